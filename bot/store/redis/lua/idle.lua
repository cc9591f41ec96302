-- now, idle before, from: let some that nobody waits for begin to close.
-- The timer that gives a ticket up after weeks keeps nothing: its open ticket does.
local function planned(conv)
  for _, timer in ipairs(call('SMEMBERS', 'tm:' .. conv)) do
    if not string.find(timer, 'give_up', 1, true) then return true end
  end
  return false
end
local some = call('ZRANGEBYSCORE', 'idle', '-inf', A[4], 'LIMIT', A[5], 200)
local kept = 0
for _, conv in ipairs(some) do
  if call('LLEN', 'i:' .. conv) > 0 or planned(conv)
    or #open_tickets(conv) > 0 then
    kept = kept + 1
  else
    close(conv, A[3])
  end
end
return { #some, kept }
