-- code, lookup: the hidden conversation, and the one that the address has now with its letters
local conv = call('HGET', 'codes', A[3])
if not conv or call('HEXISTS', 'c:' .. conv, 'x') == 1 then return false end
local reach = call('HGET', 'a', A[4])
local former = reach and call('HGET', 'r:' .. reach, 'c')
if not former then return { conv, '', '', '', {} } end
return { conv, call('HGET', 'c:' .. conv, 'k'), former, call('HGET', 'c:' .. former, 'k'),
  call('LRANGE', 'i:' .. former, 0, -1) }
