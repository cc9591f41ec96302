-- What every script shares. A script either refuses before its first write or does all of it.
-- Keys: c: conversation, i: its mailbox, d: set aside, l: log, tm: timers, r: address, q: its line
-- of sends, p: ids on its screen, o: one send, k: ticket, w: worker, seen: event keys of a day.
local A = cmsgpack.unpack(ARGV[1])
local call = redis.call
local ME = A[1]

local function alive(worker)
  return call('EXISTS', 'w:' .. worker) == 1
end

-- A worker that was away too long was given up, and an emptied Redis knows none at all.
if not alive(ME) then return redis.error_reply('-FENCED refused') end

local FAR = 1e15
local RANK = { h = 0, q = 1, i = 2, u = 3, s = 4, d = 5, f = 5, e = 5, x = 5 }

local function get(key, ...)
  return unpack(call('HMGET', key, ...))
end

local function number()
  return call('INCR', 'n')
end

-- Deliveries move forward only. A line is source, delivery, shown, then what is sealed.
local function move(conv, seq, state)
  local line = call('LINDEX', 'l:' .. conv, seq - 1)
  if line and RANK[state] > RANK[line:sub(2, 2)] then
    call('LSET', 'l:' .. conv, seq - 1, line:sub(1, 1) .. state .. line:sub(3))
  end
end

-- Put a visitor's line of sends where a claim finds it, unless one of it is under way.
local function stand(reach)
  call('ZREM', 'ready:1', reach)
  call('ZREM', 'ready:0', reach)
  call('ZREM', 'later', reach)
  if call('HEXISTS', 'r:' .. reach, 't') == 1 then return end
  local head = call('ZRANGE', 'q:' .. reach, 0, 0)[1]
  if not head then return end
  local again, urgent = get('o:' .. head, 'again', 'u')
  if again then
    call('ZADD', 'later', again, reach)
  else
    call('ZADD', 'ready:' .. urgent, head, reach)
  end
end

local function enqueue(conv, reach, name, slot, wipe, urgent, seq, at, own, sealed)
  local id = number()
  call('HSET', 'o:' .. id, 'c', conv, 'r', reach, 'm', name, 's', slot, 'w', wipe, 'u', urgent,
    'at', at, 'own', own, 'b', sealed)
  if seq then call('HSET', 'o:' .. id, 'q', seq) end
  call('ZADD', 'q:' .. reach, urgent == 1 and id - FAR or id, id)
  if own == 1 then call('ZADD', 'own', at, id) end
end

local function drop(id, reach)
  if call('HGET', 'r:' .. reach, 't') == tostring(id) then call('HDEL', 'r:' .. reach, 't') end
  call('DEL', 'o:' .. id)
  call('ZREM', 'q:' .. reach, id)
  call('ZREM', 'own', id)
  call('ZREM', 'taken', id)
end

-- The sender of this one is gone: it may have reached the visitor.
local function loose(id)
  local reach = call('HGET', 'o:' .. id, 'r')
  call('ZREM', 'taken', id)
  if not reach then return end
  call('HDEL', 'o:' .. id, 't', 'by')
  call('HSET', 'o:' .. id, 'doubt', 1)
  call('HDEL', 'r:' .. reach, 't')
  stand(reach)
end

-- A sender has the first of a visitor's line; `mark` says by which request it was taken.
local function take(id, reach, now, mark)
  call('HSET', 'o:' .. id, 't', now, 'by', ME, 'mk', mark)
  call('HINCRBY', 'o:' .. id, 'n', 1)
  call('HSET', 'r:' .. reach, 't', id)
  call('ZADD', 'taken', now, id)
end

-- What a sender needs of a send.
local function send(id)
  local conv, reach, slot, wipe, attempt, doubt, own, name, sealed =
    get('o:' .. id, 'c', 'r', 's', 'w', 'n', 'doubt', 'own', 'm', 'b')
  local channel, wrapped, address = get('r:' .. reach, 'ch', 'k', 's')
  local places, known = {}, {}
  if wipe == '1' then
    known = call('HVALS', 'p:' .. reach)
  elseif slot ~= 'notice' then
    local current = call('HGET', 'r:' .. reach, 'on:' .. slot)
    if current then known = call('HMGET', 'p:' .. reach, unpack(cmsgpack.unpack(current))) end
  end
  for _, value in ipairs(known) do
    local place = value and cmsgpack.unpack(value)
    if place and (wipe ~= '1' or place[1] < tonumber(id)) then
      places[#places + 1] = { place[6], place[2], place[7], place[8] }
    end
  end
  return { id, conv, own == '1' and '' or call('HGET', 'c:' .. conv, 'k'), reach, channel, wrapped,
    address, slot, attempt, doubt or '', own, name, sealed, places }
end

-- What this visitor was not sent yet goes; what is under way will not be tried again.
local function supersede(reach)
  for _, id in ipairs(call('ZRANGE', 'q:' .. reach, 0, -1)) do
    local conv, seq, wipe, taken = get('o:' .. id, 'c', 'q', 'w', 't')
    if taken then
      call('HSET', 'o:' .. id, 'stale', 1)
    elseif wipe ~= '1' then
      if seq then move(conv, seq, 'x') end
      drop(id, reach)
    end
  end
end

-- From now on the append-only file holds something that must leave it.
local function shred()
  call('HSETNX', 'safar', 'shred', call('TIME')[1])
end

-- Without conversation and sends an address, its key and its ids are for nothing.
local function lonely(reach)
  local n, channel, lookup = get('r:' .. reach, 'n', 'ch', 'lk')
  if not n or tonumber(n) > 0 then return end
  if lookup then
    call('HDEL', 'a', lookup)
    call('HDEL', 'r:' .. reach, 'lk')
  end
  if call('ZCARD', 'q:' .. reach) > 0 then return end
  if channel == 'sms' then
    for _, digest in ipairs(call('HKEYS', 'p:' .. reach)) do call('HDEL', 'g', digest) end
  end
  call('DEL', 'r:' .. reach, 'p:' .. reach)
  call('ZREM', 'pt', reach)
  stand(reach)
  shred()
end

-- A platform id on the screen: mark (the letter or send it came by), slot, line of the log, time.
local function keep_place(reach, digest, mark, slot, conv, seq, at, name, sealed, ours)
  local value = cmsgpack.pack({ mark, slot, conv, seq, at, name, sealed, number() })
  if call('HSETNX', 'p:' .. reach, digest, value) == 1 then
    call('ZADD', 'pt', 'NX', at, reach)
    if ours then call('HSET', 'g', digest, reach) end
  end
end

local function seen(digest)
  for _, day in ipairs(call('SMEMBERS', 'days')) do
    if call('SISMEMBER', 'seen:' .. day, digest) == 1 then return true end
  end
  return false
end

-- Add to a mailbox. item: digest, day, name, kind, sealed, place {digest, name, at, sealed, sms}
local function post(conv, reach, item)
  local id = number()
  call('RPUSH', 'i:' .. conv, id .. '|' .. item[3] .. '|' .. item[4] .. '|' .. item[5])
  call('ZADD', 'work', 'NX', id, conv)
  local place = item[6]
  if place then
    keep_place(reach, place[1], id, '', '', false, place[3], place[2], place[4], place[5])
  end
end

-- A target is where an item goes: lookup, conversation, address, sure, new conversation
-- {key, session, channel, at}, new address {key, sealed}. Unless it stands as the caller
-- believes, return how it stands.
local function misfit(t, gone)
  if not t[1] then
    local key, closing, reach = get('c:' .. t[2], 'k', 'x', 'r')
    t.void = not key or closing or t[2] == gone
    if t.void or t[4] then return nil end
    return { reach, '', t[2], key }
  end
  local reach = call('HGET', 'a', t[1])
  local conv, wrapped
  if reach then
    conv, wrapped = get('r:' .. reach, 'c', 'k')
    if conv == gone then conv = false end
  end
  if t[4] then
    if conv then
      if t[2] == conv and not t[5] then return nil end
    elseif reach then
      if t[5] and not t[6] and t[3] == reach then return nil end
    elseif t[5] and t[6] then
      return nil
    end
  end
  local key = conv and call('HGET', 'c:' .. conv, 'k')
  return { reach or '', wrapped or '', conv or '', key or '' }
end

-- A key under an epoch that is being left behind would be lost with it.
local function behind(wrapped)
  return struct.unpack('>I4', wrapped) < tonumber(call('HGET', 'safar', 'epoch') or '0')
end

local function misfits(targets, gone)
  local wrong = {}
  for n, t in ipairs(targets) do
    if t[5] and behind(t[5][1]) or t[6] and behind(t[6][1]) then return 'epoch' end
    local state = misfit(t, gone)
    if state then wrong[#wrong + 1] = { n - 1, state } end
  end
  return wrong
end

local function begin(t)
  local reach, conv = t[3], t[2]
  local key, session, channel, at = unpack(t[5])
  if t[6] then
    call('HSET', 'r:' .. reach, 'ch', channel, 'k', t[6][1], 's', t[6][2], 'lk', t[1], 'n', 0)
    call('HSET', 'a', t[1], reach)
  end
  call('HSET', 'c:' .. conv, 'ch', channel, 'r', reach, 'k', key, 's', session, 'v', 0, 'q', 0,
    'w', 0, 'a', at)
  call('ZADD', 'idle', at, conv)
  call('HSET', 'r:' .. reach, 'c', conv)
  call('HINCRBY', 'r:' .. reach, 'n', 1)
  t[5], t[6] = false, false
end

-- Post what was not seen before; `raw` for letters that only change their conversation.
local function deliver(targets, items, raw)
  local woken = {}
  for _, item in ipairs(items) do
    local t = targets[item[7] + 1]
    if not t.void and (raw or not seen(item[1])) then
      if t[5] then begin(t) end
      if not raw then
        call('SADD', 'seen:' .. item[2], item[1])
        call('SADD', 'days', item[2])
      end
      post(t[2], t[3], item)
      woken[#woken + 1] = t[2]
    end
    if item[8] then
      call('ZREM', 'timers', item[8])
      if not t.void then call('SREM', 'tm:' .. t[2], item[8]) end
    end
  end
  return woken
end

local TICKET = { 'c', 'g', 'st', 'u', 'ch', 'op', 'at', 'si', 'fs', 'e', 'v', 'b' }

local function ticket(id)
  local row = call('HMGET', 'k:' .. id, unpack(TICKET))
  if not row[1] then return nil end
  for n = 1, #TICKET do row[n] = row[n] or '' end
  table.insert(row, 1, id)
  return row
end

-- row: id, then the fields of TICKET without the first
local function put_ticket(conv, row)
  local id = row[1]
  if call('EXISTS', 'k:' .. id) == 0 then
    local all = call('HGET', 'c:' .. conv, 'tk')
    call('HSET', 'c:' .. conv, 'tk', all and all .. ',' .. id or id)
  end
  call('HSET', 'k:' .. id, 'c', conv, 'g', row[2], 'st', row[3], 'u', row[4], 'ch', row[5],
    'op', row[6], 'at', row[7], 'si', row[8], 'fs', row[9], 'e', row[10], 'v', row[11],
    'b', row[12])
  if row[3] == 'closed' then
    call('ZREM', 'tickets', id)
  else
    call('ZADD', 'tickets', row[7], id)
  end
end

local function open_tickets(conv)
  local open = {}
  for id in string.gmatch(call('HGET', 'c:' .. conv, 'tk') or '', '[^,]+') do
    local row = ticket(id)
    if row and row[4] ~= 'closed' then open[#open + 1] = row end
  end
  return open
end

-- Begin to close: the address is free for another conversation from now on.
local function close(conv, at)
  local reach = call('HGET', 'c:' .. conv, 'r')
  if call('HGET', 'r:' .. reach, 'c') == conv then call('HDEL', 'r:' .. reach, 'c') end
  call('HSET', 'c:' .. conv, 'x', at)
  call('ZREM', 'idle', conv)
  call('ZADD', 'closing', at, conv)
end

-- Destroy a conversation's key and everything that hangs on it; return what was lost by it.
local function destroy(conv)
  local reach, code, tickets = get('c:' .. conv, 'r', 'code', 'tk')
  local inbox, mail = call('LLEN', 'i:' .. conv) + call('LLEN', 'd:' .. conv), 0
  for _, id in ipairs(call('ZRANGE', 'q:' .. reach, 0, -1)) do
    local whose, own = get('o:' .. id, 'c', 'own')
    if whose == conv and own == '1' then
      call('HDEL', 'o:' .. id, 'q')
    elseif whose == conv then
      drop(id, reach)
      mail = mail + 1
    end
  end
  for _, timer in ipairs(call('SMEMBERS', 'tm:' .. conv)) do call('ZREM', 'timers', timer) end
  for id in string.gmatch(tickets or '', '[^,]+') do
    call('HDEL', 'k:' .. id, 'b')
    call('SADD', 'orphans', id)
  end
  if code then call('HDEL', 'codes', code) end
  call('DEL', 'c:' .. conv, 'i:' .. conv, 'd:' .. conv, 'l:' .. conv, 'tm:' .. conv)
  call('ZREM', 'idle', conv)
  call('ZREM', 'closing', conv)
  call('ZREM', 'work', conv)
  call('HINCRBY', 'r:' .. reach, 'n', -1)
  if call('HGET', 'r:' .. reach, 'c') == conv then call('HDEL', 'r:' .. reach, 'c') end
  lonely(reach)
  stand(reach)
  shred()
  return inbox, mail
end

-- A conversation as a turn reads it: its state, a letter or false, its open tickets.
local function state(conv, letter)
  local ch, reach, key, session, v, q, w, x =
    get('c:' .. conv, 'ch', 'r', 'k', 's', 'v', 'q', 'w', 'x')
  if not key then return false end
  local wrapped = call('HGET', 'r:' .. reach, 'k')
  return { ch, reach, key, session, v, q, w, x or '', wrapped or '', letter, open_tickets(conv) }
end

-- Take a conversation in hand: false when it has no letter, or another living worker has it.
local function hold(conv)
  local letter, holder = call('LINDEX', 'i:' .. conv, 0), call('HGET', 'c:' .. conv, 'h')
  local mine = holder == tostring(ME)
  if not letter then
    if mine then call('HDEL', 'c:' .. conv, 'h') end
    return false
  end
  if not mine then
    if holder and alive(holder) then return false end
    call('HSET', 'c:' .. conv, 'h', ME)
  end
  return letter
end
