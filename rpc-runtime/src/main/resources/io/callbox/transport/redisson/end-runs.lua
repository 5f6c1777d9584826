#!lua flags=allow-oom
-- Ends runs of durable calls: acknowledges their requests and writes what they ended with. What is
-- no longer held has been taken over, and its outcome is dropped.
--
-- KEYS      1 queue, 2 schedule, 3 list of taken requests, 4 dead letters, 5.. records
-- ARGV      1 how long a call waits at most (ms), 2 how long dead letters are kept (ms), 3 the
--           channel of those who move what is due, 4 that of those who wait for results, 5.. for
--           each record: id, request, COMPLETED, FAILED, AGAIN or RETURNED (it has not run), result
--           or error, dead letter or nothing, how long the call is kept (ms), how long to wait
--           before the next try (ms)
-- Answer    how many were held
-- Called by RedissonCalls.end
-- Twice     the second finds none held
-- @include now
-- @include schedule
-- @include dead-letter

local queue, later, taken, deadLetters = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local waitMillis, deadMillis, moversChannel, doneChannel = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
local FIRST_RECORD, FIRST, SIZE = 5, 5, 7

local function again(record, request, failure, keepMillis, pauseMillis)
  local due = now + pauseMillis
  redis.call('HSET', record, 'state', 'SCHEDULED', 'error', failure, 'due', text(due))
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

local held, done = 0, {}
for at = FIRST, #ARGV, SIZE do
  local id, request, ending, outcome, deadLetter, keepText, pauseText = unpack(ARGV, at, at + SIZE - 1)
  local record, keepMillis = KEYS[FIRST_RECORD + (at - FIRST) / SIZE], tonumber(keepText)
  if redis.call('LREM', taken, -1, request) == 1 then
    held = held + 1
    local state = redis.call('HGET', record, 'state')
    if state == 'CANCELLED' or state == 'COMPLETED' or state == 'FAILED' then
      if redis.call('PTTL', record) > keepMillis then
        redis.call('PEXPIRE', record, text(keepMillis))
      end
    elseif ending == 'RETURNED' then
      redis.call('HSET', record, 'state', 'WAITING')
      redis.call('HINCRBY', record, 'attempts', -1)
      redis.call('HDEL', record, 'run', 'started')
      redis.call('RPUSH', queue, request)
    elseif ending == 'AGAIN' then
      again(record, request, outcome, keepMillis, tonumber(pauseText))
    else
      finish(record, ending, outcome, keepMillis)
      if deadLetter ~= '' then putDeadLetter(deadLetters, deadLetter, deadMillis) end
      done[#done + 1] = id
    end
  end
end
if #done > 0 then redis.call('PUBLISH', doneChannel, table.concat(done, '\n')) end
return held
