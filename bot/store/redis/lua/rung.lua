-- ring, done: end it, or give it back.
local ring = call('HGET', 'rings', A[3])
if ring and A[4] then
  call('HDEL', 'rings', A[3])
elseif ring then
  call('HSET', 'rings', A[3], string.match(ring, '^%d+') .. '|')
end
return 1
