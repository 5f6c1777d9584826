#!lua flags=allow-oom
-- Completes runs of durable calls whose requests a worker has taken together, named as in
-- begin-neighbours.lua: acknowledges the requests and writes the results. Does nothing if one of the
-- runs is not the one that its record says runs. What cannot be written stays held.
--
-- KEYS      1 list of taken requests, 2.. records
-- ARGV      1 the channel of those who wait for results, 2 how many characters of a record's name
--           come before the id, 3 how many are side by side, for each such group, with spaces
--           between them, 4.. for each group: the oldest request, the newest, which is empty if it
--           is the same; then, group by group, the sizes of groups of alike calls, with spaces
--           between them, for each of these: how long the call is kept (ms), the channel of its
--           sender or - and whether that is told the result (1) or only the id (0), with spaces
--           between them; then for each record: run; result
-- Answer    how many groups were not held as they were; -1 if nothing was done
-- Called by NeighbourRuns.end
-- Twice     the second finds no record that says that these runs run, and answers -1
-- @include now
-- @include text
-- @include release-range
-- @include outcome
-- @include alike

local taken = KEYS[1]
local doneChannel, idAt, groups = ARGV[1], ARGV[2] + 1, ARGV[3]
local FIRST_RECORD, FIRST = 2, 4

local counts = {}
for count in string.gmatch(groups, '%d+') do counts[#counts + 1] = tonumber(count) end

local nextKind, at = alike(FIRST + 2 * #counts, function(facts)
  local keeps, doneTo, tells = string.match(facts, '^(%S+) (%S+) (%S+)$')
  return {keeps = keeps, doneTo = doneTo ~= '-' and doneTo, tells = tells == '1'}
end)

local dues = {}
for index = FIRST_RECORD, #KEYS do
  local known = redis.call('HMGET', KEYS[index], 'state', 'run', 'due')
  if known[1] ~= 'RUNNING' or known[2] ~= ARGV[at + 2 * (index - FIRST_RECORD)] then return -1 end
  dues[index] = known[3]
end

for index = FIRST_RECORD, #KEYS do
  local record, kind = KEYS[index], nextKind()
  local result = ARGV[at + 2 * (index - FIRST_RECORD) + 1]
  finish(record, 'COMPLETED', result, kind.keeps, dues[index])
  tell(string.sub(record, idAt), kind.doneTo, kind.tells and result)
end

local missed = 0
for group, count in ipairs(counts) do
  local oldest, newest = unpack(ARGV, FIRST + 2 * group - 2, FIRST + 2 * group - 1)
  if not releaseRange(taken, count, oldest, newest) then missed = missed + 1 end
end
announce(doneChannel)
return missed
