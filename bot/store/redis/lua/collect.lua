-- Take everything that was left for the Desk.
local all = call('HGETALL', 'heard')
call('DEL', 'heard')
return all
