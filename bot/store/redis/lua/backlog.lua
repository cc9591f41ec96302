-- limit: conversations with work that no other living worker holds, oldest first
local found, from = {}, 0
repeat
  local some = call('ZRANGE', 'work', from, from + 199)
  for _, conv in ipairs(some) do
    local holder = call('HGET', 'c:' .. conv, 'h')
    if not holder or holder == tostring(ME) or not alive(holder) then
      found[#found + 1] = conv
      if #found == A[3] then return found end
    end
  end
  from = from + 200
until #some < 200
return found
