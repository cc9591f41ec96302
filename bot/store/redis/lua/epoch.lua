-- number: from now on no key is wrapped under an older epoch.
local former = tonumber(call('HGET', 'safar', 'epoch') or '0')
if A[3] > former then call('HSET', 'safar', 'epoch', A[3]) end
return 1
