#!lua flags=allow-oom
-- Begins runs of durable calls whose requests a worker holds.
--
-- KEYS      1 schedule, 2 list of taken requests, 3.. records
-- ARGV      1 how long a call waits at most (ms), 2 the channel of those who move what is due, 3..
--           for each record: method, request, due time (0 for now), when it was sent (0 if it does
--           not say), how long a run takes at most (ms), how long the call is kept (ms), its
--           run
-- Answer    for each a letter and how often it has been begun: R run; D dropped, as it is not held,
--           or its call runs, ran, is cancelled or is of another method; S scheduled; X too old
-- Called by RedissonCalls.begin
-- Twice     the second finds the run in the record and answers as the first
-- @include now
-- @include schedule

local later, taken = KEYS[1], KEYS[2]
local waitMillis, channel = tonumber(ARGV[1]), ARGV[2]
local FIRST_RECORD, FIRST, SIZE = 3, 3, 7

local function drop(request) redis.call('LREM', taken, -1, request) end

local function begin(record, method, request, due, sentAt, runMillis, keepMillis, run)
  local held = redis.call('LPOS', taken, request, 'RANK', -1)
  local state, knownMethod, knownDue, knownRun, attempts, submitted =
    unpack(redis.call('HMGET', record, 'state', 'method', 'due', 'run', 'attempts', 'submitted'))
  attempts = tonumber(attempts or 0)
  if not held then return 'D', attempts end
  if knownMethod and knownMethod ~= method then
    drop(request)
    return 'D', attempts
  end
  if state == 'RUNNING' and knownRun == run then return 'R', attempts end
  local early = state == 'SCHEDULED' and tonumber(knownDue) > now
  if early or (state and state ~= 'WAITING' and state ~= 'SCHEDULED') then
    drop(request)
    if state == 'CANCELLED' then redis.call('PEXPIRE', record, text(keepMillis)) end
    return 'D', attempts
  end
  local since = math.max(tonumber(submitted or sentAt), tonumber(knownDue or due))
  if since > 0 and since + waitMillis < now then return 'X', attempts end
  if not submitted then
    redis.call('HSET', record, 'method', method, 'submitted', text(now))
  end
  if not state and due > now then
    drop(request)
    redis.call('HSET', record, 'state', 'SCHEDULED', 'due', text(due))
    redis.call('PEXPIRE', record, text(due - now + waitMillis + keepMillis))
    schedule(later, due, request, waitMillis, channel)
    return 'S', attempts
  end
  redis.call('HSET', record, 'state', 'RUNNING', 'run', run, 'attempts', attempts + 1,
    'started', text(now))
  redis.call('PEXPIRE', record, text(runMillis + waitMillis + keepMillis))
  return 'R', attempts + 1
end

local answers = {}
for at = FIRST, #ARGV, SIZE do
  local method, request, due, sentAt, runMillis, keepMillis, run =
    unpack(ARGV, at, at + SIZE - 1)
  local letter, attempts =
    begin(KEYS[FIRST_RECORD + (at - FIRST) / SIZE], method, request, tonumber(due),
      tonumber(sentAt), tonumber(runMillis), tonumber(keepMillis), run)
  answers[#answers + 1] = letter
  answers[#answers + 1] = tostring(attempts)
end
return answers
