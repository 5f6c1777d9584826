#!lua flags=allow-oom
-- Puts a request back that a dead worker held, to be run again; on the list of dead letters if it
-- was delivered too often. The request leaves the list of those taken last, and counts as delivered
-- once it is in the queue: what cannot be written then loses nothing.
--
-- KEYS      1 queue, 2 list of taken requests, 3 attempts, 4 dead letters
-- ARGV      1 the request, 2 how often it may be delivered, 3 its dead letter, 4 how long attempts
--           are remembered (ms), 5 how long dead letters are kept (ms)
-- Answer    1 if it was put back, or was not there; 0 if it is dead
-- Called by RedissonLeaseStore.requeue
-- Twice     the second finds the request gone and answers 1
-- @include dead-letter

local queue, taken, attempts, deadLetters = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local request, deliveries, deadLetter = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local rememberMillis, keepMillis = ARGV[4], ARGV[5]

if not redis.call('LPOS', taken, request) then return 1 end
local digest = redis.sha1hex(request)
local delivered = 1 + redis.call('HINCRBY', attempts, digest, 0)
redis.call('PEXPIRE', attempts, rememberMillis)
if delivered >= deliveries then
  putDeadLetter(deadLetters, deadLetter, keepMillis)
  redis.call('HDEL', attempts, digest)
  redis.call('LREM', taken, -1, request)
  return 0
end
redis.call('RPUSH', queue, request)
redis.call('HINCRBY', attempts, digest, 1)
redis.call('LREM', taken, -1, request)
return 1
