-- commands: several reads at one moment
local replies = {}
for n, command in ipairs(A[3]) do replies[n] = call(unpack(command)) end
return replies
