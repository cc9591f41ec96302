-- roster, milliseconds: what the one Desk tells, for a while; refused where another Desk lives.
local holder = call('HGET', 'leases', 'desk')
if holder and holder ~= tostring(ME) and alive(holder) then return 0 end
call('HSET', 'leases', 'desk', ME)
call('SET', 'desk', A[3], 'PX', A[4])
return 1
