-- row, version before, target, item or false: change a ticket and tell the visitor's inbox.
local row, target = A[3], A[5]
if call('HGET', 'k:' .. row[1], 'v') ~= A[4] then return 'moved' end
if call('EXISTS', 'c:' .. target[2]) == 0 then return 'gone' end
put_ticket(target[2], row)
if A[6] then
  misfit(target, false)
  deliver({ target }, { A[6] }, false)
end
return 'done'
