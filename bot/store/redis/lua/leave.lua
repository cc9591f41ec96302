-- lookup: cut off. The conversation closes, unless an operator has it or words in it are unread.
local reach = call('HGET', 'a', A[3])
if not reach then return false end
local conv = call('HGET', 'r:' .. reach, 'c')
call('HDEL', 'a', A[3])
call('HDEL', 'r:' .. reach, 'lk', 'c')
if conv and call('LLEN', 'i:' .. conv) == 0 and #open_tickets(conv) == 0 then
  close(conv, call('HGET', 'c:' .. conv, 'a'))
end
lonely(reach)
return conv
