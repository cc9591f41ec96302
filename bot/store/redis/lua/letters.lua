-- conversation: everything that waits in its mailbox
return call('LRANGE', 'i:' .. A[3], 0, -1)
