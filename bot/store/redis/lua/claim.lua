-- now, lease over, limit, mark of this claim: take what is due, at most one of each visitor.
-- Asked again under the same mark, because the answer was lost, it gives the same ones.
local now, over, limit, mark = A[3], A[4], A[5], A[6]

local function send(id)
  local conv, reach, slot, wipe, attempt, doubt, own, name, sealed =
    get('o:' .. id, 'c', 'r', 's', 'w', 'n', 'doubt', 'own', 'm', 'b')
  local channel, wrapped, address = get('r:' .. reach, 'ch', 'k', 's')
  local places, known = {}, {}
  if wipe == '1' then
    known = call('HVALS', 'p:' .. reach)
  elseif slot ~= 'notice' then
    local current = call('HGET', 'r:' .. reach, 'on:' .. slot)
    if current then known = call('HMGET', 'p:' .. reach, unpack(cmsgpack.unpack(current))) end
  end
  for _, value in ipairs(known) do
    local place = value and cmsgpack.unpack(value)
    if place and (wipe ~= '1' or place[1] < tonumber(id)) then
      places[#places + 1] = { place[6], place[2], place[7], place[8] }
    end
  end
  return { id, conv, own == '1' and '' or call('HGET', 'c:' .. conv, 'k'), reach, channel, wrapped,
    address, slot, attempt, doubt or '', own, name, sealed, places }
end

local last = call('GET', 't:' .. ME)
if last then
  last = cmsgpack.unpack(last)
  if last[1] == mark then
    local sends = {}
    for _, id in ipairs(last[2]) do
      if call('HGET', 'o:' .. id, 'by') == tostring(ME) then sends[#sends + 1] = send(id) end
    end
    return sends
  end
end
for _, id in ipairs(call('ZRANGEBYSCORE', 'taken', '-inf', over)) do loose(id) end
for _, reach in ipairs(call('ZRANGEBYSCORE', 'later', '-inf', now, 'LIMIT', 0, 1000)) do
  local head = call('ZRANGE', 'q:' .. reach, 0, 0)[1]
  call('ZREM', 'later', reach)
  call('ZADD', 'ready:' .. call('HGET', 'o:' .. head, 'u'), head, reach)
end
local ids = {}
for _, line in ipairs({ 'ready:1', 'ready:0' }) do
  if #ids < limit then
    for _, reach in ipairs(call('ZRANGE', line, 0, limit - #ids - 1)) do
      local id = call('ZRANGE', 'q:' .. reach, 0, 0)[1]
      local conv, own = get('o:' .. id, 'c', 'own')
      if own ~= '1' and call('EXISTS', 'c:' .. conv) == 0 then
        -- Its conversation moved to another address and is gone: nobody can open it any more.
        drop(id, reach)
        stand(reach)
      else
        call('ZREM', line, reach)
        call('HSET', 'o:' .. id, 't', now, 'by', ME)
        call('HINCRBY', 'o:' .. id, 'n', 1)
        call('HSET', 'r:' .. reach, 't', id)
        call('ZADD', 'taken', now, id)
        ids[#ids + 1] = id
      end
    end
  end
end
local sends = {}
for _, id in ipairs(ids) do sends[#sends + 1] = send(id) end
if #ids > 0 then call('SET', 't:' .. ME, cmsgpack.pack({ mark, ids }), 'EX', 600) end
return sends
