-- address: what stands on its screen, and the digests that its slots show now
local places, current = {}, {}
local all = call('HGETALL', 'p:' .. A[3])
for n = 1, #all, 2 do
  local mark, slot, conv, seq, at, name, sealed, rank = unpack(cmsgpack.unpack(all[n + 1]))
  places[#places + 1] = { all[n], mark, slot, conv, seq or '', string.format('%.17g', at), name,
    sealed, rank }
end
for _, slot in ipairs({ 'screen', 'danger' }) do
  local on = call('HGET', 'r:' .. A[3], 'on:' .. slot)
  for _, digest in ipairs(on and cmsgpack.unpack(on) or {}) do current[#current + 1] = digest end
end
return { places, current }
