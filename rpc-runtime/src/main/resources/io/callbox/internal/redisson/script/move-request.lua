#!lua flags=allow-oom
-- Takes a request out of one queue and puts it into another, together with the number of dead
-- workers that had it, because it may have run. If the other queue refuses it, it stays.
--
-- KEYS      1 the other queue, 2 the queue, 3 attempts of the other, 4 attempts of the queue; without
--           the last three, it is only put
-- ARGV      1 the request as it is put, 2 as it waits, 3 the longest queue to look through, 4 how long
--           attempts are remembered (ms)
-- Answer    1 if it was there, else 0
-- Called by WaitingRequests.move
-- Twice     the second answers 0; without the queue, it puts the request once more

local other, queue, otherAttempts, attempts = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local request, waiting, longest, rememberMillis = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]

local times = false
local digest = queue and redis.sha1hex(waiting)
if queue then
  if redis.call('LLEN', queue) > longest then return 0 end
  if redis.call('LREM', queue, -1, waiting) == 0 then return 0 end
  times = redis.pcall('HGET', attempts, digest)
end

local function backBecause(refusal)
  if queue then redis.call('RPUSH', queue, waiting) end
  return refusal
end

local delivered = type(times) == 'string'
if delivered then
  local noted = redis.pcall('HINCRBY', otherAttempts, redis.sha1hex(request), times)
  if type(noted) ~= 'number' then return backBecause(noted) end
  redis.pcall('PEXPIRE', otherAttempts, rememberMillis)
end
local put = redis.pcall('LPUSH', other, request)
if type(put) ~= 'number' then return backBecause(put) end
if delivered then redis.pcall('HDEL', attempts, digest) end
return 1
