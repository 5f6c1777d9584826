#!lua flags=allow-oom
-- Ends runs of durable calls: acknowledges their requests and writes what they ended with. What is
-- no longer held has been taken over, and its outcome is dropped; so is that of a request under the
-- id of a call of another method, or of one that runs by another copy.
--
-- KEYS      1 queue, 2 schedule, 3 list of taken requests, 4 dead letters, 5.. records
-- ARGV      1 how long a call waits at most (ms), 2 how long dead letters are kept (ms), 3 the
--           channel of those who move what is due, 4 that of those who wait for results, 5.. for
--           each record: id, method, its run or nothing, request, COMPLETED, FAILED, AGAIN,
--           RETURNED (it has not run) or PUT_OFF (it was not begun), result or error, dead letter or
--           nothing, how long the call is kept (ms), how long to wait before the next try (ms)
-- Answer    how many were held
-- Called by RedissonCalls.end
-- Twice     the second finds none held
-- @include now
-- @include schedule
-- @include dead-letter

local queue, later, taken, deadLetters = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local waitMillis, deadMillis, moversChannel, doneChannel = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
local FIRST_RECORD, FIRST, SIZE = 5, 5, 9

local function again(record, request, failure, keepMillis, pauseMillis)
  local due = now + pauseMillis
  redis.call('HSET', record, 'state', 'SCHEDULED', 'due', text(due))
  if failure ~= '' then redis.call('HSET', record, 'error', failure) end
  redis.call('HDEL', record, 'run')
  redis.call('PEXPIRE', record, text(pauseMillis + waitMillis + keepMillis))
  schedule(later, due, request, waitMillis, moversChannel)
end

local function finish(record, ending, outcome, keepMillis)
  local completed = ending == 'COMPLETED'
  redis.call('HSET', record, 'state', ending, 'ended', text(now),
    completed and 'result' or 'error', outcome)
  redis.call('HDEL', record, 'run', completed and 'error' or 'due')
  redis.call('PEXPIRE', record, text(keepMillis))
end

-- The state of its call; OTHER if another copy of it runs or is scheduled, or its
-- id is of another method's.
local function ownState(record, method, run)
  local state, knownMethod, knownRun, knownDue =
    unpack(redis.call('HMGET', record, 'state', 'method', 'run', 'due'))
  if not knownMethod then
    redis.call('HSET', record, 'method', method, 'submitted', text(now))
  elseif knownMethod ~= method or (state == 'RUNNING' and knownRun ~= run) then
    return 'OTHER'
  elseif state == 'SCHEDULED' and tonumber(knownDue) > now then
    return 'OTHER'
  end
  return state
end

local FINAL = {COMPLETED = true, FAILED = true, OTHER = true}
local held, done = 0, {}
for at = FIRST, #ARGV, SIZE do
  local id, method, run, request, ending, outcome, deadLetter, keepText, pauseText =
    unpack(ARGV, at, at + SIZE - 1)
  local record, keepMillis = KEYS[FIRST_RECORD + (at - FIRST) / SIZE], tonumber(keepText)
  if redis.call('LREM', taken, -1, request) == 1 then
    held = held + 1
    local state = ownState(record, method, run)
    if state == 'CANCELLED' then
      if redis.call('PTTL', record) > keepMillis then
        redis.call('PEXPIRE', record, text(keepMillis))
      end
    elseif not FINAL[state] and ending == 'RETURNED' then
      redis.call('HSET', record, 'state', 'WAITING')
      redis.call('HINCRBY', record, 'attempts', -1)
      redis.call('HDEL', record, 'run', 'started')
      redis.call('RPUSH', queue, request)
    elseif not FINAL[state] and (ending == 'AGAIN' or ending == 'PUT_OFF') then
      again(record, request, outcome, keepMillis, tonumber(pauseText))
    elseif not FINAL[state] then
      finish(record, ending, outcome, keepMillis)
      if deadLetter ~= '' then putDeadLetter(deadLetters, deadLetter, deadMillis) end
      done[#done + 1] = id
    end
  end
end
if #done > 0 then redis.call('PUBLISH', doneChannel, table.concat(done, '\n')) end
return held
