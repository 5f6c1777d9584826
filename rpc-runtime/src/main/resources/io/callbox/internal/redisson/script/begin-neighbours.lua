#!lua flags=allow-oom
-- Begins the first runs of durable calls whose requests a worker has taken together. Requests that
-- are side by side are named by the oldest and the newest of them, because Redis's Lua reads each
-- byte of each string that it receives. Begins all runs or none: none if a request is not held, if
-- a call does not wait for its first run, or if two requests are of one call.
--
-- KEYS      1 list of taken requests, 2.. records
-- ARGV      1 how long a call waits at most (ms), 2 how many are side by side, for each such group,
--           with spaces between them, 3.. for each group: the oldest request, the newest, which is
--           empty if it is the same; then, group by group, the sizes of groups of alike calls, with
--           spaces between them, for each of these: due time (0 for now), how long a run takes at
--           most (ms) and method, with spaces between them; then for each record: run
-- Answer    1 if all have begun, 0 if none has
-- Called by NeighbourRuns.begin
-- Twice     the second finds calls that run, and answers 0: begin-runs.lua tells that they do
-- @include now
-- @include text
-- @include whole
-- @include alike

local taken = KEYS[1]
local waitMillis, groups = tonumber(ARGV[1]), ARGV[2]
local FIRST_RECORD, at = 2, 3
local clock = text(now)

-- No request is ever put between two held ones, so their distance shows whether all requests
-- between them are still held.
local function areHeld(oldest, newest, count)
  if count == 1 then return redis.call('LPOS', taken, oldest) end
  local found = redis.call('LPOS', taken, newest, 'COUNT', 2)
  return #found == 1 and redis.call('LINDEX', taken, found[1] + count - 1) == oldest
end

for count in string.gmatch(groups, '%d+') do
  if not areHeld(ARGV[at], ARGV[at + 1], tonumber(count)) then return 0 end
  at = at + 2
end

local nextKind, FIRST_RUN = alike(at, function(facts)
  local due, runMillis, method = string.match(facts, '^(%S+) (%S+) (.*)$')
  return {due = tonumber(due), runMillis = tonumber(runMillis), method = method}
end)

-- A record lasts for twice as long as a call may wait, so it is still there when the loss of this
-- run is noticed. Most records of a batch are alike, because one step wrote them: their time is
-- checked once.
local function waitsForItsFirstRun(record, kind)
  local known = redis.call('HMGET', record, 'state', 'method', 'submitted', 'attempts')
  local state, submitted = known[1], known[3]
  if known[2] ~= kind.method or known[4] then return false end
  if state == 'WAITING' and submitted == kind.submitted then return true end
  if not submitted or kind.due > now then return false end
  local due = redis.call('HGET', record, 'due')
  if state ~= 'WAITING' and (state ~= 'SCHEDULED' or whole(due) > now) then return false end
  local since = math.max(whole(submitted), whole(due or kind.due))
  if since + waitMillis < now + kind.runMillis then return false end
  if not due then kind.submitted = submitted end
  return true
end

local seen = {}
for index = FIRST_RECORD, #KEYS do
  local record = KEYS[index]
  if seen[record] or not waitsForItsFirstRun(record, nextKind()) then return 0 end
  seen[record] = true
end
for index = FIRST_RECORD, #KEYS do
  redis.call('HSET', KEYS[index], 'state', 'RUNNING', 'run', ARGV[FIRST_RUN + index - FIRST_RECORD],
    'attempts', '1', 'started', clock)
end
return 1
