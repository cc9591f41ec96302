-- seconds: say that this worker lives, and take over from those that do not.
call('EXPIRE', 'w:' .. ME, A[3])
for _, id in ipairs(call('ZRANGE', 'taken', 0, -1)) do
  local by = call('HGET', 'o:' .. id, 'by')
  if not by or not alive(by) then loose(id) end
end
return 1
