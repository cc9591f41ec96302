-- conversation, or with `true` also for who does not work on it: its state, the oldest letter
-- and its open tickets. One worker at a time has it, until it is worked off or the worker is gone.
local conv = A[3]
local ch, reach, key, session, v, q, w, x, holder =
  get('c:' .. conv, 'ch', 'r', 'k', 's', 'v', 'q', 'w', 'x', 'h')
if not key then return false end
local letter = false
if not A[4] then
  letter = call('LINDEX', 'i:' .. conv, 0)
  local mine = holder == tostring(ME)
  if not letter then
    if mine then call('HDEL', 'c:' .. conv, 'h') end
    return false
  end
  if not mine then
    if holder and alive(holder) then return false end
    call('HSET', 'c:' .. conv, 'h', ME)
  end
end
local wrapped = call('HGET', 'r:' .. reach, 'k')
return { ch, reach, key, session, v, q, w, x or '', wrapped or '', letter, open_tickets(conv) }
