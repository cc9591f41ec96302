-- An orderly end: what this worker holds is free at once.
call('DEL', 'w:' .. ME, 't:' .. ME)
return 1
