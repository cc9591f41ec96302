-- now, lease over: take the rings that nobody has made, or whose maker is gone.
local taken = {}
local all = call('HGETALL', 'rings')
for n = 1, #all, 2 do
  local id, at = string.match(all[n + 1], '^(%d+)|(.*)$')
  if at == '' or tonumber(at) <= A[4] then
    call('HSET', 'rings', all[n], id .. '|' .. string.format('%.17g', A[3]))
    taken[#taken + 1] = { id, all[n] }
  end
end
return taken
