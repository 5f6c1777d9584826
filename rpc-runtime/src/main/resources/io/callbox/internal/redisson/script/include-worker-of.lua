-- Defines workerOf: the name of the worker that makes a run, with which the run's name begins.
local function workerOf(run) return run and string.match(run, '^(.*)/') end
