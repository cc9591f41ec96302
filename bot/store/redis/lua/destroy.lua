-- closed before, step, from: destroy some whose hour is over, and in which nothing is unread.
local over = call('ZRANGEBYSCORE', 'closing', '-inf', A[3], 'LIMIT', A[5], A[4])
local gone, inbox, mail = 0, 0, 0
for _, conv in ipairs(over) do
  if call('LLEN', 'i:' .. conv) == 0 then
    local letters, sends = destroy(conv)
    gone, inbox, mail = gone + 1, inbox + letters, mail + sends
  end
end
return { #over, gone, inbox, mail }
