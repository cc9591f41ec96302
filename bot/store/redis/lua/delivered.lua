-- conversation, seq: what was sent up to there is seen.
local key = 'l:' .. A[3]
for n, line in ipairs(call('LRANGE', key, 0, A[4] - 1)) do
  local source, state = line:sub(1, 1), line:sub(2, 2)
  if state == 's' and (source == 'b' or source == 'o' or source == 'n') then
    call('LSET', key, n - 1, source .. 'd' .. line:sub(3))
  end
end
return 1
