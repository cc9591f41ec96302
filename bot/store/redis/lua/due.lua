-- now: timers that are due, with their conversations
local found = {}
local due = call('ZRANGEBYSCORE', 'timers', '-inf', A[3], 'WITHSCORES', 'LIMIT', 0, 500)
for n = 1, #due, 2 do found[#found + 1] = { due[n], due[n + 1] } end
return found
