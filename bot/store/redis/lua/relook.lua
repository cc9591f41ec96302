-- addresses {id, lookup}, conversations {id, code}: found by these from now on.
for _, row in ipairs(A[3]) do
  local former = call('HGET', 'r:' .. row[1], 'lk')
  if former and former ~= row[2] then
    call('HDEL', 'a', former)
    call('HSET', 'a', row[2], row[1])
    call('HSET', 'r:' .. row[1], 'lk', row[2])
  end
end
for _, row in ipairs(A[4]) do
  local former = call('HGET', 'c:' .. row[1], 'code')
  if former and former ~= row[2] then
    call('HDEL', 'codes', former)
    call('HSET', 'codes', row[2], row[1])
    call('HSET', 'c:' .. row[1], 'code', row[2])
  end
end
return 1
