-- pepper mark: all lookups are made with this one now.
call('HSET', 'safar', 'pepper', A[3])
call('HDEL', 'safar', 'turning')
shred()
return 1
