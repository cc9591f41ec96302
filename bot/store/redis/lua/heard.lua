-- conversation, time: words wait for an operator since then; the Desk collects it.
if call('EXISTS', 'c:' .. A[3]) == 1 then call('HSETNX', 'heard', A[3], A[4]) end
return 1
