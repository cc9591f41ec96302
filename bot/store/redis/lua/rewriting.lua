-- moment: a rewrite begins. It is noted before the fork, so that nothing is taken for rewritten.
return call('HSET', 'safar', 'rewrite', A[3])
