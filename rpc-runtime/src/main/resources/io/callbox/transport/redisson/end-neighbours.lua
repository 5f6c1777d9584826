#!lua flags=allow-oom
-- Completes runs of durable calls whose requests a worker has taken together, named as in
-- begin-neighbours.lua: acknowledges the requests and writes the results. Does nothing if one of the
-- runs is not the one that its record says runs. What cannot be written stays held.
--
-- KEYS      1 list of taken requests, 2.. records
-- ARGV      1 the channel of those who wait for results, 2 how many are side by side, for each such
--           group, with spaces between them, 3.. for each group: the oldest request, the newest, which
--           is empty if it is the same; then for each record, group by group: result; id; run; how
--           long the call is kept (ms), the channel of its sender or - and whether that is told the
--           result (1) or only the id (0), with spaces between them
-- Answer    how many groups were not held as they were; -1 if nothing was done
-- Called by NeighbourRuns.end
-- Twice     the second finds no record that says that these runs run, and answers -1
-- @include now
-- @include text
-- @include release-range
-- @include outcome
-- @include read-once

local taken = KEYS[1]
local doneChannel, groups = ARGV[1], ARGV[2]
local FIRST_RECORD, FIRST, SIZE = 2, 3, 4

local counts = {}
for count in string.gmatch(groups, '%d+') do counts[#counts + 1] = tonumber(count) end
local at, dues = FIRST + 2 * #counts, {}

for index = FIRST_RECORD, #KEYS do
  local run = ARGV[at + SIZE * (index - FIRST_RECORD) + 2]
  local state, knownRun, due = unpack(redis.call('HMGET', KEYS[index], 'state', 'run', 'due'))
  if state ~= 'RUNNING' or knownRun ~= run then return -1 end
  dues[index] = due
end

local kindOf = readOnce(function(facts)
  local keeps, doneTo, tells = string.match(facts, '^(%S+) (%S+) (%S+)$')
  return {keeps = keeps, doneTo = doneTo ~= '-' and doneTo, tells = tells == '1'}
end)

for index = FIRST_RECORD, #KEYS do
  local from = at + SIZE * (index - FIRST_RECORD)
  local result, id, run, facts = unpack(ARGV, from, from + SIZE - 1)
  local kind = kindOf(facts)
  finish(KEYS[index], 'COMPLETED', result, kind.keeps, dues[index])
  tell(id, kind.doneTo, kind.tells and result)
end

local missed = 0
for group, count in ipairs(counts) do
  local oldest, newest = unpack(ARGV, FIRST + 2 * group - 2, FIRST + 2 * group - 1)
  if not releaseRange(taken, count, oldest, newest) then missed = missed + 1 end
end
announce(doneChannel)
return missed
