#!lua flags=allow-oom
-- Writes the progress of runs of durable calls into their records. Passes over keys that are no
-- records.
--
-- KEYS      records
-- ARGV      for each record: id, its run, how far it has come or nothing
-- Answer    the ids of those that are cancelled
-- Called by RedissonCalls.progress
-- Twice     as once

local cancelled = {}
for index, record in ipairs(KEYS) do
  local id, run, progress = unpack(ARGV, 3 * index - 2, 3 * index)
  local state, knownRun = unpack(redis.pcall('HMGET', record, 'state', 'run'))
  if state == 'CANCELLED' then
    cancelled[#cancelled + 1] = id
  elseif state == 'RUNNING' and knownRun == run and progress ~= '' then
    redis.call('HSET', record, 'progress', progress)
  end
end
return cancelled
