-- mark known or false, mark to begin with, pepper mark, seconds: begin or recognise the
-- installation, and give this worker a number that no other one has had.
local A = cmsgpack.unpack(ARGV[1])
local call = redis.call
local mark = call('HGET', 'safar', 'mark')
if not mark then
  if A[1] then return redis.error_reply('EMPTIED') end
  if call('DBSIZE') > 0 then return redis.error_reply('FOREIGN') end
  mark = A[2]
  call('HSET', 'safar', 'mark', mark, 'schema', 1, 'pepper', A[3])
elseif A[1] and A[1] ~= mark then
  return redis.error_reply('FOREIGN')
end
if call('HGET', 'safar', 'schema') ~= '1' then return redis.error_reply('NEWER') end
local worker = call('HINCRBY', 'safar', 'fence', 1)
call('SET', 'w:' .. worker, 1, 'EX', A[4])
return { worker, mark, call('HGET', 'safar', 'pepper') }
