-- A turn. Refused as `conflict` when it is not the next one, as `moved` when only what it was
-- sealed for moved on meanwhile.
local conv, T = A[3], A[4]
local v, q, x, reach = get('c:' .. conv, 'v', 'q', 'x', 'r')
if v ~= T.expected then return 'conflict' end
local letter = call('LINDEX', 'i:' .. conv, 0)
local foremost = letter and string.match(letter, '^%d+') == T.letter
if not foremost then
  letter = false
  for _, aside in ipairs(call('LRANGE', 'd:' .. conv, 0, -1)) do
    if string.match(aside, '^%d+') == T.letter then letter = aside end
  end
  if not letter then return 'conflict' end
end
if q ~= T.seq or (x and true or false) ~= T.closing or reach ~= T.reach then return 'moved' end
for _, known in ipairs(T.known) do
  if call('HGET', 'k:' .. known[1], 'v') ~= known[2] then return 'moved' end
end
if T.forget then
  if call('LLEN', 'i:' .. conv) ~= T.waiting then return 'moved' end
  local wrong = misfits(T.targets, conv)
  if wrong == 'epoch' then return redis.error_reply('-EPOCH refused') end
  if #wrong > 0 then return 'moved' end
end

if foremost then
  call('LPOP', 'i:' .. conv)
  call('HDEL', 'c:' .. conv, 't')
else
  call('LREM', 'd:' .. conv, 1, letter)
end
for _, line in ipairs(T.lines) do call('RPUSH', 'l:' .. conv, line) end
if T.supersede then supersede(reach) end
local free = T.claim and #T.sends > 0 and call('ZCARD', 'q:' .. reach) == 0
for _, row in ipairs(T.sends) do enqueue(conv, reach, unpack(row)) end
local first = free and call('ZRANGE', 'q:' .. reach, 0, 0)[1]
if first then take(first, reach, T.now, T.claim) end
if T.supersede or #T.sends > 0 then stand(reach) end
for _, id in ipairs(T.opened) do
  if call('EXISTS', 'k:' .. id) == 1 then T.tickets[id] = nil end
end
for _, row in pairs(T.tickets) do put_ticket(conv, row) end
for _, timer in ipairs(T.timers) do
  call('ZADD', 'timers', timer[2], timer[1])
  call('SADD', 'tm:' .. conv, timer[1])
end
for _, ring in ipairs(T.rings) do
  if call('HEXISTS', 'rings', ring) == 0 then call('HSET', 'rings', ring, number() .. '|') end
end
for _, name in ipairs(T.counts) do call('HINCRBY', 'counts', name, 1) end
for _, record in ipairs(T.answers) do call('HSET', 'answers', record[1], record[2]) end

if T.forget then
  close(conv, T.at)
  deliver(T.targets, T.items, true)
  destroy(conv)
  return 'done'
end
local following = call('LINDEX', 'i:' .. conv, 0)
if following then
  call('ZADD', 'work', string.match(following, '^%d+'), conv)
else
  call('ZREM', 'work', conv)
  call('HDEL', 'c:' .. conv, 'h')
end
call('HSET', 'c:' .. conv, 's', T.session, 'v', T.version, 'q', q + #T.lines, 'w', T.view, 'a', T.at)
if not x then call('ZADD', 'idle', T.at, conv) end
local code = call('HGET', 'c:' .. conv, 'code')
if code and code ~= T.code then
  call('HDEL', 'codes', code)
  call('HDEL', 'c:' .. conv, 'code')
end
if T.code then
  call('HSET', 'c:' .. conv, 'code', T.code)
  call('HSET', 'codes', T.code, conv)
end
return first and send(first) or 'done'
