-- name: true while this worker is the one that does it; it falls to another when this one dies.
local holder = call('HGET', 'leases', A[3])
if holder == tostring(ME) then return 1 end
if holder and alive(holder) then return 0 end
call('HSET', 'leases', A[3], ME)
return 1
