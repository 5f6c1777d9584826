#!lua flags=allow-oom
-- Completes runs of durable calls whose requests a worker has taken together, named as in
-- begin-neighbours.lua: acknowledges the requests and writes the results. Does nothing if a record
-- names another run. If something cannot be written, the requests stay held. All runs end here or
-- none, so the worker can determine in advance the messages to the callers.
--
-- KEYS      1 list of taken requests, 2.. records
-- ARGV      1 the channel of those who wait for results, 2 what it is told, 3 how many other channels
--           are told something, 4 how many requests are side by side, for each such group, with
--           spaces between them, 5.. for each of the other channels: its name, what it is told; for
--           each group: the oldest request, the newest, which is empty if it is the same; then, group
--           by group, the sizes of groups of alike calls, with spaces between them, for each of
--           these: how long the call is kept (ms); then for each record: run; result
-- Answer    how many groups were not held as they were; -1 if nothing was done
-- Called by NeighbourRuns.end
-- Twice     the second finds no record that says that these runs run, and answers -1
-- @include now
-- @include text
-- @include release-range
-- @include alike

local taken = KEYS[1]
local doneChannel, done, senders, groups = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local FIRST_RECORD, FIRST_SENDER = 2, 5
local FIRST, ended = FIRST_SENDER + 2 * senders, text(now)

local counts = {}
for count in string.gmatch(groups, '%d+') do counts[#counts + 1] = tonumber(count) end

local nextKeep, at = alike(FIRST + 2 * #counts, function(keeps) return keeps end)

local dues = {}
for index = FIRST_RECORD, #KEYS do
  local known = redis.call('HMGET', KEYS[index], 'state', 'run', 'due')
  if known[1] ~= 'RUNNING' or known[2] ~= ARGV[at + 2 * (index - FIRST_RECORD)] then return -1 end
  dues[index] = known[3]
end

-- The error of an earlier run of a scheduled call is out of date; other calls have none.
for index = FIRST_RECORD, #KEYS do
  local record, result = KEYS[index], ARGV[at + 2 * (index - FIRST_RECORD) + 1]
  redis.call('HSET', record, 'state', 'COMPLETED', 'ended', ended, 'result', result)
  if dues[index] then redis.call('HDEL', record, 'error') end
  redis.call('PEXPIRE', record, nextKeep())
end

local missed = 0
for group, count in ipairs(counts) do
  local oldest, newest = unpack(ARGV, FIRST + 2 * group - 2, FIRST + 2 * group - 1)
  if not releaseRange(taken, count, oldest, newest) then missed = missed + 1 end
end
-- The records are written even if the worker may not publish, or the sender does not listen.
for sender = FIRST_SENDER, FIRST - 2, 2 do
  redis.pcall('PUBLISH', ARGV[sender], ARGV[sender + 1])
end
redis.call('PUBLISH', doneChannel, done)
return missed
