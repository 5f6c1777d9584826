#!lua flags=allow-oom
-- Ends runs of durable calls: acknowledges their requests and writes what they ended with. What is
-- no longer held has been taken over; its outcome counts while the record says that this run runs,
-- as then nobody has seen to it. If it is to run again, only its heir puts it into the queue: two
-- copies could both run. The outcome is dropped of a request under the id of a call of another
-- method, and of one that runs by another copy. Each request is put where it belongs before its
-- record says so, and leaves the list of those taken last: what cannot be written stays held. What is
-- held is mostly the oldest that is: this is cut off at once.
--
-- KEYS      1 queue, 2 schedule, 3 list of taken requests, 4 dead letters, 5.. records
-- ARGV      1 how long a call waits at most (ms), 2 how long dead letters are kept (ms), 3 the
--           channel of those who move what is due, 4 that of those who wait for results, 5 the
--           sizes of groups of alike calls, with spaces between them, for each group: COMPLETED,
--           FAILED, AGAIN, RETURNED or PUT_OFF (it has not run; with an error if it fails once it
--           has been put off for as long as it is kept), how long the call is kept (ms), how long
--           to wait before the next try (ms), the channel of its sender or -, whether that is told
--           the result (1) or only the id (0), and method, with spaces between them; then for each
--           record: request; result or error; dead letter or nothing; id; its run or nothing
-- Answer    how many were held
-- Called by RunSteps.endEach
-- Twice     the second finds none held, and no record that says that these runs run
-- @include now
-- @include text
-- @include whole
-- @include schedule
-- @include dead-letter
-- @include held
-- @include worker-of
-- @include outcome
-- @include alike

local queue, later, taken, deadLetters = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local waitMillis, deadMillis, moversChannel, doneChannel = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
local FIRST_RECORD, FIRST_KIND, SIZE = 5, 5, 5
local clock = text(now)

local nextKind, FIRST = alike(FIRST_KIND, function(facts)
  local ending, keepMillis, pauseMillis, doneTo, tells, method =
    string.match(facts, '^(%S+) (%S+) (%S+) (%S+) (%S+) (.*)$')
  return {ending = ending, keepMillis = tonumber(keepMillis), pauseMillis = tonumber(pauseMillis),
    keeps = keepMillis, doneTo = doneTo ~= '-' and doneTo, tells = tells == '1', method = method}
end)

-- If a call is only put off because its service is paused, it keeps its due time, so that it does
-- not wait for longer than others.
local function again(record, request, failure, pauseMillis, knownDue)
  local due = text(now + pauseMillis)
  schedule(later, {due, request}, waitMillis, moversChannel)
  redis.call('HSET', record, 'state', 'SCHEDULED', 'due', knownDue or due)
  if failure ~= '' then redis.call('HSET', record, 'error', failure) end
  redis.call('HDEL', record, 'run')
end

-- The heir puts the request of a waiting call into the queue, without a pause: recover-run.lua.
local function leftToHeir(record, failure, keepMillis)
  redis.call('HSET', record, 'state', 'WAITING', 'due', clock)
  if failure ~= '' then redis.call('HSET', record, 'error', failure) end
  redis.call('HDEL', record, 'run')
  live(record, 2 * waitMillis + keepMillis)
end

-- Takes back the changes of a run that has not begun after all, or that is to be tried again.
local function undo(record, ending)
  if ending == 'RETURNED' or ending == 'PUT_OFF' then
    local begun = whole(redis.call('HGET', record, 'attempts'))
    redis.call('HSET', record, 'attempts', text(math.max(begun - 1, 0)))
    redis.call('HDEL', record, 'run', 'started')
  end
  if ending == 'RETURNED' or ending == 'AGAIN' then redis.call('HDEL', record, 'putOff') end
end

-- Returns the ending of a call that cannot begin: it is put off for as long as it is kept, but at
-- most for as long as it may wait.
local function endingOfPutOff(record, keepMillis)
  local since = redis.call('HGET', record, 'putOff')
  if not since then redis.call('HSET', record, 'putOff', clock) end
  return now - whole(since or clock) < math.min(keepMillis, waitMillis) and 'PUT_OFF' or 'FAILED'
end

-- The state of its call, and when it was due; OTHER if another copy of it runs or is scheduled, or
-- its id is of another method's. OWN if another run of the same worker runs by this very copy, which
-- the worker had lost and took again.
local function ownState(record, method, run, held)
  local state, knownRun, knownDue = unpack(redis.call('HMGET', record, 'state', 'run', 'due'))
  if state == 'RUNNING' and knownRun == run then return state, knownDue end
  local knownMethod = redis.call('HGET', record, 'method')
  if not knownMethod then
    if held then redis.call('HSET', record, 'method', method, 'submitted', clock) end
  elseif knownMethod ~= method then
    return 'OTHER'
  elseif state == 'RUNNING' then
    return held and workerOf(knownRun) == workerOf(run) and 'OWN' or 'OTHER'
  elseif state == 'SCHEDULED' and whole(knownDue) > now then
    return 'OTHER'
  end
  return state, knownDue
end

-- A record that cannot be read makes the script fail before it writes anything.
for index = FIRST_RECORD, #KEYS do redis.call('HGET', KEYS[index], 'state') end

local wanted, count = {}, 0
for at = FIRST, #ARGV, SIZE do
  local request = ARGV[at]
  wanted[request], count = (wanted[request] or 0) + 1, count + 1
end
local oldest, oldestCount = heldOf(taken, nil, wanted, count)
local released = {}

local function isHeld(request)
  local times = (released[request] or 0) + 1
  return times <= (oldest[request] or 0)
    or #redis.call('LPOS', taken, request, 'COUNT', times) >= times
end

local function releaseAll()
  local together = oldestCount > 0
  for request, times in pairs(oldest) do
    together = together and (released[request] or 0) >= times
  end
  if together then redis.call('LTRIM', taken, 0, -1 - oldestCount) end
  for request, times in pairs(released) do
    local left = times - (together and oldest[request] or 0)
    if left > 0 then redis.call('LREM', taken, -left, request) end
  end
end

local GOES_ON = {RETURNED = true, AGAIN = true, PUT_OFF = true}

-- Writes the outcome of a run of a call that has not ended.
local function conclude(record, state, held, due, request, outcome, deadLetter, id, kind)
  local ending, keepMillis, pauseMillis = kind.ending, kind.keepMillis, kind.pauseMillis
  if ending == 'PUT_OFF' and outcome ~= '' then ending = endingOfPutOff(record, keepMillis) end
  if not GOES_ON[ending] then
    if deadLetter ~= '' then putDeadLetter(deadLetters, deadLetter, deadMillis) end
    if state == 'RUNNING' then undo(record, kind.ending) end
    finish(record, ending, outcome, kind.keeps, due)
    return tell(id, kind.doneTo, kind.tells and outcome)
  end
  if not held then
    leftToHeir(record, outcome, keepMillis)
  elseif ending == 'RETURNED' then
    redis.call('RPUSH', queue, request)
    redis.call('HSET', record, 'state', 'WAITING')
    live(record, 2 * waitMillis + keepMillis)
  else
    again(record, request, outcome, pauseMillis, ending == 'PUT_OFF' and outcome == '' and due)
    redis.call('PEXPIRE', record, text(pauseMillis + 2 * waitMillis + keepMillis))
  end
  if state == 'RUNNING' then undo(record, ending) end
end

local ENDED = {COMPLETED = true, FAILED = true, OTHER = true, OWN = true}
local heldCount = 0
for at = FIRST, #ARGV, SIZE do
  local request, outcome, deadLetter, id, run = unpack(ARGV, at, at + SIZE - 1)
  local record, kind = KEYS[FIRST_RECORD + (at - FIRST) / SIZE], nextKind()
  local held = isHeld(request)
  local state, due = ownState(record, kind.method, run, held)
  if state == 'CANCELLED' and held then
    liveAtMost(record, kind.keepMillis)
  elseif (held or state == 'RUNNING') and not ENDED[state] then
    conclude(record, state, held, due, request, outcome, deadLetter, id, kind)
  end
  if held and state ~= 'OWN' then released[request] = (released[request] or 0) + 1 end
  if held then heldCount = heldCount + 1 end
end
releaseAll()
announce(doneChannel)
return heldCount
