-- conversation, after, last, viewed: lines of the log, with what opens them.
local conv = A[3]
local key, seq, view = get('c:' .. conv, 'k', 'q', 'w')
if not key then return false end
local after = A[4]
if A[6] then after = math.max(after, tonumber(view)) end
return { key, after, call('LRANGE', 'l:' .. conv, after, A[5]), seq }
