-- counter: add one.
return call('HINCRBY', 'counts', A[3], 1)
