-- digest, delivery: a gateway's later word on a message
local reach = call('HGET', 'g', A[3])
local place = reach and call('HGET', 'p:' .. reach, A[3])
if not place then return 0 end
place = cmsgpack.unpack(place)
if not place[4] then return 0 end
move(place[3], tonumber(place[4]), A[4])
return 1
