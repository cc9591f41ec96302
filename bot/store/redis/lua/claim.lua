-- now, lease over, limit, mark of this claim, marks of turns: take what is due, at most one of
-- each visitor. Asked again under the same mark, because the answer was lost, it gives the same
-- ones; with it come those that turns took whose answer was lost.
local now, over, limit, mark, adrift = A[3], A[4], A[5], A[6], A[7]

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
if #adrift > 0 then
  local lost = {}
  for _, turn in ipairs(adrift) do lost[turn] = true end
  for _, id in ipairs(call('ZRANGE', 'taken', 0, -1)) do
    local by, turn = get('o:' .. id, 'by', 'mk')
    if by == tostring(ME) and turn and lost[turn] then ids[#ids + 1] = id end
  end
end
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
        take(id, reach, now, mark)
        ids[#ids + 1] = id
      end
    end
  end
end
local sends = {}
for _, id in ipairs(ids) do sends[#sends + 1] = send(id) end
if #ids > 0 then call('SET', 't:' .. ME, cmsgpack.pack({ mark, ids }), 'EX', 600) end
return sends
