-- id, attempt, again, doubt, delivery, places {digest, name, sealed}, ours: how a send ended.
-- Who lost it to another sender is not heard any more. 1 when more of this visitor waits.
local id, attempt, again = A[3], A[4], A[5]
local conv, reach, seq, slot, wipe, tries, taken, stale =
  get('o:' .. id, 'c', 'r', 'q', 's', 'w', 'n', 't', 'stale')
if not taken or tries ~= attempt then return 1 end
if again and not stale then
  call('HSET', 'o:' .. id, 'again', again)
  call('HDEL', 'o:' .. id, 't', 'by')
  if A[6] then call('HSET', 'o:' .. id, 'doubt', 1) end
  call('HDEL', 'r:' .. reach, 't')
  call('ZREM', 'taken', id)
  stand(reach)
  return 1
end
local places, key, order = A[8], 'p:' .. reach, tonumber(id)
if #places > 0 and wipe ~= '1' then
  local digests = {}
  for _, new in ipairs(places) do
    digests[#digests + 1] = new[1]
    local former = call('HGET', key, new[1])
    if former then
      local place = cmsgpack.unpack(former)
      place[1], place[3], place[4] = order, conv, seq
      call('HSET', key, new[1], cmsgpack.pack(place))
    else
      keep_place(reach, new[1], order, slot, conv, seq, tonumber(taken), new[2], new[3], A[9])
    end
  end
  if slot ~= 'notice' then
    call('HSET', 'r:' .. reach, 'on:' .. slot, cmsgpack.pack(digests))
  end
end
drop(id, reach)
if wipe == '1' then
  local all = call('HGETALL', key)
  for n = 1, #all, 2 do
    if cmsgpack.unpack(all[n + 1])[1] < order then
      call('HDEL', key, all[n])
      if A[9] then call('HDEL', 'g', all[n]) end
    end
  end
  shred()
end
if seq then move(conv, seq, again and 'x' or A[7]) end
stand(reach)
lonely(reach)
return call('EXISTS', 'q:' .. reach)
