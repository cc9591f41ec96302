-- mark or false, numbers needed, commands: all of them, once. A table in a command stands for a
-- number: what goes before it, its rank, what is added, what goes behind it.
if A[3] and call('SADD', 'moved', A[3]) == 0 then return 0 end
local first = call('INCRBY', 'n', A[4]) - A[4]
for _, command in ipairs(A[5]) do
  for n, word in ipairs(command) do
    if type(word) == 'table' and command[1] ~= 'ON' then
      command[n] = word[1] .. string.format('%.0f', first + word[2] + word[3]) .. word[4]
    end
  end
  if command[1] == 'PLACE' then
    local reach, digest, mark, slot, conv, seq, at, name, sealed, ours = unpack(command, 2)
    keep_place(reach, digest, tonumber(mark), slot, conv, seq, at, name, sealed, ours)
  elseif command[1] == 'ON' then
    call('HSET', 'r:' .. command[2], 'on:' .. command[3], cmsgpack.pack(command[4]))
  elseif command[1] == 'STAND' then
    stand(command[2])
  else
    call(unpack(command))
  end
end
return 1
