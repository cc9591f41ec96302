-- name of the table
return call('HGETALL', A[3])
