-- now, idle before, from: let some that nobody waits for begin to close.
local some = call('ZRANGEBYSCORE', 'idle', '-inf', A[4], 'LIMIT', A[5], 200)
local kept = 0
for _, conv in ipairs(some) do
  if call('LLEN', 'i:' .. conv) > 0 or call('EXISTS', 'tm:' .. conv) == 1
    or #open_tickets(conv) > 0 then
    kept = kept + 1
  else
    close(conv, A[3])
  end
end
return { #some, kept }
