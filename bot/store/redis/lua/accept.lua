-- targets, items, free hands: keep each key once, or tell how targets really stand. As many of
-- the conversations as there are hands, and nobody has, are taken and returned as `load` does.
local wrong = misfits(A[3], false)
if wrong == 'epoch' then return redis.error_reply('-EPOCH refused') end
if #wrong > 0 then return { 0, wrong, {} } end
local woken, taken = deliver(A[3], A[4], false), {}
for _, conv in ipairs(woken) do
  if #taken < A[5] and call('HGET', 'c:' .. conv, 'h') ~= tostring(ME) then
    local letter = hold(conv)
    if letter then taken[#taken + 1] = { conv, state(conv, letter) } end
  end
end
return { 1, woken, taken }
