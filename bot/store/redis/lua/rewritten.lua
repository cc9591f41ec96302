-- moment: what was destroyed up to then has left the append-only file.
if call('HGET', 'safar', 'shred') == A[3] then call('HDEL', 'safar', 'shred') end
return 1
