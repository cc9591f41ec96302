-- targets, conversation that goes: how each of them stands
return misfits(A[3], A[4])
