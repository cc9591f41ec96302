-- mark known or false, mark to begin with, pepper mark, seconds, number so far: begin or
-- recognise the installation. A worker that was only out of reach keeps its number; any other
-- one gets a number that nobody has had. While lookups are being changed nobody comes in; whoever
-- finds that the one who changed them died is told to finish it.
local A = cmsgpack.unpack(ARGV[1])
local call = redis.call
local mark = call('HGET', 'safar', 'mark')
if not mark then
  if A[1] then return redis.error_reply('-EMPTIED refused') end
  if call('DBSIZE') > 0 then return redis.error_reply('-FOREIGN refused') end
  mark = A[2]
  call('HSET', 'safar', 'mark', mark, 'schema', 1, 'pepper', A[3])
elseif A[1] and A[1] ~= mark then
  return redis.error_reply('-FOREIGN refused')
end
if call('HGET', 'safar', 'schema') ~= '1' then return redis.error_reply('-NEWER refused') end
local turning = call('HGET', 'safar', 'turning')
local worker = A[5]
if turning and turning ~= tostring(worker) and call('EXISTS', 'w:' .. turning) == 1 then
  return redis.error_reply('-TURNING refused')
end
if call('EXISTS', 'w:' .. worker) == 0 then worker = call('HINCRBY', 'safar', 'fence', 1) end
call('SET', 'w:' .. worker, 1, 'EX', A[4])
if turning then call('HSET', 'safar', 'turning', worker) end
return { worker, mark, call('HGET', 'safar', 'pepper'), turning or '' }
