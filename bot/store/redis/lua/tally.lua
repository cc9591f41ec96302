-- day, name, add: a figure of the day; it forgets itself two days later
local key = 'tally:' .. A[3]
if A[5] == 0 then return tonumber(call('HGET', key, A[4]) or '0') end
local n = call('HINCRBY', key, A[4], A[5])
call('EXPIRE', key, 172800)
return n
