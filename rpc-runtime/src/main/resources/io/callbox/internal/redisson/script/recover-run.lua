#!lua flags=allow-oom
-- Handles the request of a durable call whose worker died. The record says whether a run had begun;
-- if the key is no record, the request becomes a dead letter.
--
-- KEYS      1 queue, 2 schedule, 3 list of taken requests, 4 dead letters, 5 record, 6
--           providers, 7 list of what the runner has taken, if it is known
-- ARGV      1 how long a call waits at most (ms), 2 how long dead letters are kept (ms), 3 the
--           channel of those who move what is due, 4 that of those who wait for results, 5 id, 6
--           request, 7 how often it may be begun, 8 error, 9 dead letter, 10 how long the call is
--           kept (ms), 11 and 12 the first and the longest pause (ms), 13 how often workers may die
--           with it that have not begun it, 14 its method, 15 the name of the dead worker, or
--           nothing if it is not known whose it was, 16 the worker that runs the call by a
--           request which is to be in its hands, or nothing if it is not known
-- Answer    a letter: Q back in its queue, R tried again after a pause, F failed, N nothing to do,
--           O nothing is done, as another worker lives that runs it; then the run
-- Called by RecoverScript.run
-- Twice     the second finds the request gone and answers N
-- @include now
-- @include text
-- @include whole
-- @include schedule
-- @include dead-letter
-- @include worker-of

local queue, later, taken, deadLetters = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local record, providers = KEYS[5], KEYS[6]
local waitMillis, deadMillis, moversChannel, doneChannel = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
local id, request, mostBegun, failure, deadLetter = ARGV[5], ARGV[6], tonumber(ARGV[7]), ARGV[8], ARGV[9]
local keepMillis, firstPause, longestPause = tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])
local mostLost, method, worker, knownRunner = tonumber(ARGV[13]), ARGV[14], ARGV[15], ARGV[16]

local members = redis.pcall('HMGET', record, 'state', 'method', 'attempts', 'run')
-- A call whose record is something else can neither begin nor end: an operator may put it back.
if members.err and string.find(members.err, '^WRONGTYPE') then
  if not redis.call('LPOS', taken, request) then return {'N'} end
  putDeadLetter(deadLetters, deadLetter, deadMillis)
  redis.call('LREM', taken, -1, request)
  return {'F'}
end
if members.err then return members end
local state, knownMethod, attempts, run = unpack(members)
attempts = whole(attempts)
local ours = not knownMethod or knownMethod == method
-- If another worker lives and runs the call, it gets this request, unless it has it already: a
-- worker that was frozen may have lost its own request, and a call that runs must be held by a
-- worker. If that worker is dead too, it has lost its request to this dead worker, and this request
-- is the only one.
local runner = workerOf(run)
local other = ours and state == 'RUNNING' and runner and runner ~= worker
if other then
  local leaseEnd = redis.call('ZSCORE', providers, runner)
  other = leaseEnd and tonumber(leaseEnd) >= now
  if other and runner ~= knownRunner then return {'O', run} end
end
if not redis.call('LPOS', taken, request) then return {'N'} end

-- This is the last step: a request that cannot be put elsewhere stays held.
local function released(letter)
  redis.call('LREM', taken, -1, request)
  return {letter}
end
if other then
  local its = KEYS[7]
  if its ~= taken and not redis.call('LPOS', its, request) then
    redis.call('LPUSH', its, request)
    redis.call('PEXPIRE', its, deadMillis)
  end
  return released('N')
end
if not ours then return released('N') end
if state == 'COMPLETED' or state == 'FAILED' then return released('N') end
if state == 'CANCELLED' then
  liveAtMost(record, keepMillis)
  return released('N')
end
if state ~= 'RUNNING' then
  local lost = whole(redis.call('HGET', record, 'lost')) + 1
  if lost < mostLost then
    redis.call('RPUSH', queue, request)
    redis.call('HSET', record, 'lost', text(lost))
    if not state then
      redis.call('HSET', record, 'state', 'WAITING', 'method', method, 'submitted', text(now))
      redis.call('PEXPIRE', record, text(2 * waitMillis + keepMillis))
    end
    return released('Q')
  end
elseif attempts < mostBegun then
  local pause = math.min(firstPause * 2 ^ math.min(attempts - 1, 30), longestPause)
  schedule(later, {text(now + pause), request}, waitMillis, moversChannel)
  redis.call('HSET', record, 'state', 'SCHEDULED', 'error', failure, 'due', text(now + pause))
  redis.call('HDEL', record, 'run', 'putOff')
  redis.call('PEXPIRE', record, text(pause + 2 * waitMillis + keepMillis))
  return released('R')
end
putDeadLetter(deadLetters, deadLetter, deadMillis)
redis.call('HSET', record, 'state', 'FAILED', 'method', method, 'ended', text(now), 'error', failure)
redis.call('HDEL', record, 'run', 'due')
redis.call('PEXPIRE', record, text(keepMillis))
redis.call('PUBLISH', doneChannel, id)
return released('F')
