-- conversation, letter, tries: count a failed try; 1 when it was the last one.
local conv = A[3]
local letter = call('LINDEX', 'i:' .. conv, 0)
if not letter or string.match(letter, '^%d+') ~= A[4] then return 0 end
if call('HINCRBY', 'c:' .. conv, 't', 1) < A[5] then return 0 end
call('HDEL', 'c:' .. conv, 't')
call('LPOP', 'i:' .. conv)
call('RPUSH', 'd:' .. conv, letter)
local following = call('LINDEX', 'i:' .. conv, 0)
if following then
  call('ZADD', 'work', string.match(following, '^%d+'), conv)
else
  call('ZREM', 'work', conv)
end
return 1
