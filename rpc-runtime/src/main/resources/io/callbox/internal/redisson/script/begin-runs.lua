#!lua flags=allow-oom
-- Begins runs of durable calls whose requests a worker holds, mostly side by side, the oldest first.
--
-- KEYS      1 schedule, 2 list of taken requests, 3.. records
-- ARGV      1 how long a call waits at most (ms), 2 the channel of those who move what is due, 3 the
--           sizes of groups of alike calls, with spaces between them, for each group: due time (0
--           for now), how long a run takes at most (ms), how long the call is kept (ms) and method,
--           with spaces between them; then for each record: request; run; when it was sent (0 if it
--           does not say)
-- Answer    a text of a letter and how often it has been begun for each, with spaces between them: R
--           run; D dropped, as it is not held, or its call runs, ran, is cancelled or is of another
--           method; S scheduled; X too old
-- Called by RunSteps.beginEach, RunSteps.begin
-- Twice     the second finds a run in the record and answers as the first; what the first scheduled
--           or dropped is not held any more, and is dropped
-- @include now
-- @include text
-- @include whole
-- @include schedule
-- @include held
-- @include worker-of
-- @include alike

local later, taken = KEYS[1], KEYS[2]
local waitMillis, channel = tonumber(ARGV[1]), ARGV[2]
local FIRST_RECORD, FIRST_KIND, SIZE = 3, 3, 3
local clock, MOST = text(now), 1e9

local function drop(request) redis.call('LREM', taken, -1, request) end

-- A request stays if another run of the same worker holds it: that run may have this very copy, if
-- the worker had lost it and took it again.
local function isOfOwnRun(request, state, knownRun, run)
  return state == 'RUNNING' and workerOf(knownRun) == workerOf(run)
    and #redis.call('LPOS', taken, request, 'COUNT', 2) < 2
end

local nextKind, FIRST = alike(FIRST_KIND, function(facts)
  local due, runMillis, keepMillis, method = string.match(facts, '^(%S+) (%S+) (%S+) (.*)$')
  return {due = due, runMillis = tonumber(runMillis), keepMillis = tonumber(keepMillis), method = method}
end)

-- A record lasts for twice the time that its call may wait, plus the time that the call is kept. So
-- it outlives the run and the time until the loss of its worker is noticed, unless the run may take
-- longer than the rest of the wait.
-- A request that was pushed by hand is scheduled here, and is held until it is. The schedule's bound
-- is not checked: the request has come through the queue, which is bounded. Its time is bounded where
-- it is read, by the end of the year 9999.
local function begin(record, request, run, sentAt, kind)
  local due, method, keepMillis = kind.due, kind.method, kind.keepMillis
  local state, knownMethod, knownDue, knownRun, attempts, submitted =
    unpack(redis.call('HMGET', record, 'state', 'method', 'due', 'run', 'attempts', 'submitted'))
  local before = math.min(whole(attempts), MOST)
  attempts = text(before)
  if knownMethod and knownMethod ~= method then
    drop(request)
    return 'D', attempts
  end
  if state == 'RUNNING' and knownRun == run then return 'R', attempts end
  local early = state == 'SCHEDULED' and whole(knownDue) > now
  if early or (state and state ~= 'WAITING' and state ~= 'SCHEDULED') then
    if not isOfOwnRun(request, state, knownRun, run) then drop(request) end
    if state == 'CANCELLED' then redis.call('PEXPIRE', record, keepMillis) end
    return 'D', attempts
  end
  local since = math.max(whole(submitted or sentAt), whole(knownDue or due))
  if since > 0 and since + waitMillis < now then return 'X', attempts end
  if not submitted then redis.call('HSET', record, 'method', method, 'submitted', clock) end
  if state ~= 'SCHEDULED' and tonumber(due) > now then
    schedule(later, {due, request}, waitMillis, channel)
    redis.call('HSET', record, 'state', 'SCHEDULED', 'due', due)
    redis.call('PEXPIRE', record, text(due - now + 2 * waitMillis + keepMillis))
    drop(request)
    return 'S', attempts
  end
  local begun = text(before + 1)
  redis.call('HSET', record, 'state', 'RUNNING', 'run', run, 'attempts', begun, 'started', clock)
  if not submitted or now + kind.runMillis > since + waitMillis then
    redis.call('PEXPIRE', record, text(kind.runMillis + waitMillis + keepMillis))
  end
  return 'R', begun
end

local wanted, newest, count = {}, nil, 0
for at = FIRST, #ARGV, SIZE do
  newest, count = ARGV[at], count + 1
  wanted[newest] = (wanted[newest] or 0) + 1
end
local index = count > 1 and redis.call('LPOS', taken, newest)
local seen = index and heldOf(taken, index, wanted, count) or {}

local answers = {}
for at = FIRST, #ARGV, SIZE do
  local request, run, sentAt = unpack(ARGV, at, at + SIZE - 1)
  local kind, letter, attempts = nextKind(), 'D', '0'
  if seen[request] or redis.call('LPOS', taken, request) then
    local record = KEYS[FIRST_RECORD + (at - FIRST) / SIZE]
    letter, attempts = begin(record, request, run, sentAt, kind)
  end
  answers[#answers + 1] = letter .. attempts
end
return {table.concat(answers, ' ')}
