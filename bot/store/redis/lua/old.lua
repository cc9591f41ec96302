-- wipes before, other sends before, ids before, day, reports before: remove what is over its time on its own.
local mail = 0
for _, id in ipairs(call('ZRANGEBYSCORE', 'own', '-inf', A[4])) do
  local reach, wipe, at = get('o:' .. id, 'r', 'w', 'at')
  if wipe ~= '1' or tonumber(at) <= A[3] then
    drop(id, reach)
    stand(reach)
    lonely(reach)
    mail = mail + 1
  end
end
for _, reach in ipairs(call('ZRANGEBYSCORE', 'pt', '-inf', A[5], 'LIMIT', 0, 500)) do
  local key, oldest = 'p:' .. reach, false
  local all = call('HGETALL', key)
  for n = 1, #all, 2 do
    local place = cmsgpack.unpack(all[n + 1])
    local at, ours = place[5], call('HEXISTS', 'g', all[n]) == 1
    if at <= (ours and A[7] or A[5]) then
      -- No gateway spoke of it, and none will: the line moves forward, nothing is sent again.
      if ours and place[4] then move(place[3], tonumber(place[4]), 'e') end
      call('HDEL', key, all[n])
      call('HDEL', 'g', all[n])
    elseif not oldest or at < oldest then
      oldest = at
    end
  end
  if oldest then call('ZADD', 'pt', oldest, reach) else call('ZREM', 'pt', reach) end
  shred()
end
for _, day in ipairs(call('SMEMBERS', 'days')) do
  if tonumber(day) < A[6] then
    call('DEL', 'seen:' .. day)
    call('SREM', 'days', day)
  end
end
for _, id in ipairs(call('SMEMBERS', 'orphans')) do
  local state = call('HGET', 'k:' .. id, 'st')
  if not state or state == 'closed' then
    call('DEL', 'k:' .. id)
    call('SREM', 'orphans', id)
  end
end
return mail
