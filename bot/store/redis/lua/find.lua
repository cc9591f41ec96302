-- lookup: the open conversation of an address
local reach = call('HGET', 'a', A[3])
return reach and call('HGET', 'r:' .. reach, 'c') or false
