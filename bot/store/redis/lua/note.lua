-- conversation, seq before, line
local seq = call('HGET', 'c:' .. A[3], 'q')
if seq ~= A[4] then return 'moved' end
call('RPUSH', 'l:' .. A[3], A[5])
return call('HINCRBY', 'c:' .. A[3], 'q', 1)
