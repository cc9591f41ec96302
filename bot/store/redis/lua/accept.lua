-- targets, items: keep each key once, or tell how targets really stand.
local wrong = misfits(A[3], false)
if wrong == 'epoch' then return redis.error_reply('-EPOCH refused') end
if #wrong > 0 then return { 0, wrong } end
return { 1, deliver(A[3], A[4], false) }
