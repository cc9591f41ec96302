-- code, lookup, channel, new address {id, key, sealed}, the conversation that the address had,
-- its letters, and those of them that come along: give a hidden conversation to an address.
local conv = call('HGET', 'codes', A[3])
if not conv or call('HEXISTS', 'c:' .. conv, 'x') == 1 then return 'gone' end
local reach = call('HGET', 'a', A[4])
local former = reach and call('HGET', 'r:' .. reach, 'c') or ''
if former ~= A[7] then return 'moved' end
if former ~= '' and call('LLEN', 'i:' .. former) ~= A[8] then return 'moved' end
if former == conv then return conv end
if behind(A[6][2]) then return redis.error_reply('-EPOCH refused') end
if former ~= '' then
  close(former, call('HGET', 'c:' .. former, 'a'))
  call('DEL', 'i:' .. former)
  call('ZREM', 'work', former)
end
if not reach then
  reach = A[6][1]
  call('HSET', 'r:' .. reach, 'ch', A[5], 'k', A[6][2], 's', A[6][3], 'lk', A[4], 'n', 0)
  call('HSET', 'a', A[4], reach)
end
local before = call('HGET', 'c:' .. conv, 'r')
call('HSET', 'r:' .. reach, 'c', conv)
if before ~= reach then
  local lookup = call('HGET', 'r:' .. before, 'lk')
  if lookup then call('HDEL', 'a', lookup) end
  call('HDEL', 'r:' .. before, 'lk')
  if call('HGET', 'r:' .. before, 'c') == conv then call('HDEL', 'r:' .. before, 'c') end
  call('HINCRBY', 'r:' .. before, 'n', -1)
  call('HINCRBY', 'r:' .. reach, 'n', 1)
  call('HSET', 'c:' .. conv, 'r', reach, 'ch', A[5])
  for _, row in ipairs(open_tickets(conv)) do call('HSET', 'k:' .. row[1], 'ch', A[5]) end
  lonely(before)
end
for _, item in ipairs(A[9]) do post(conv, reach, item) end
return conv
