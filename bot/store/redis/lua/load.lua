-- conversation, or with `true` also for who does not work on it: its state, the oldest letter
-- and its open tickets. One worker at a time has it, until it is worked off or the worker is gone.
local letter = false
if not A[4] then
  letter = hold(A[3])
  if not letter then return false end
end
return state(A[3], letter)
