-- conversation: what opens its session
local key, session, v = get('c:' .. A[3], 'k', 's', 'v')
return key and { key, session, v } or false
