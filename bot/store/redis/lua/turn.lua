-- Lookups are about to change: everybody else is put out, and comes in again after it.
call('HSET', 'safar', 'turning', ME)
for _, key in ipairs(call('KEYS', 'w:*')) do
  if key ~= 'w:' .. ME then call('DEL', key) end
end
return 1
