-- one ticket, or all that are not closed, each with the wrapped key of its conversation
local ids = A[3] and { A[3] } or call('ZRANGE', 'tickets', 0, -1)
local rows = {}
for _, id in ipairs(ids) do
  local row = ticket(id)
  if row then
    local key, reach = get('c:' .. row[2], 'k', 'r')
    rows[#rows + 1] = { row, key or '', reach or '' }
  end
end
return rows
