#!lua flags=allow-oom
-- Puts a request back that a dead worker held, to be run again, unless it was delivered too often. The
-- request leaves the list of those taken last, and counts as delivered once it is in the queue: what
-- cannot be written then loses nothing.
--
-- KEYS      1 queue, 2 list of taken requests, 3 attempts
-- ARGV      1 the request, 2 how often it may be delivered, 3 how long attempts are remembered (ms)
-- Answer    1 if it was put back, or was not there; 0 if it was delivered too often, and stays held
-- Called by RedissonLeaseStore.requeue
-- Twice     the second finds the request gone and answers 1, or still held and answers 0; if its worker
--           has taken it anew in between, the second puts it back once more: an idempotent one

local queue, taken, attempts = KEYS[1], KEYS[2], KEYS[3]
local request, deliveries, rememberMillis = ARGV[1], tonumber(ARGV[2]), ARGV[3]

if not redis.call('LPOS', taken, request) then return 1 end
local digest = redis.sha1hex(request)
local delivered = 1 + redis.call('HINCRBY', attempts, digest, 0)
redis.call('PEXPIRE', attempts, rememberMillis)
if delivered >= deliveries then return 0 end
redis.call('RPUSH', queue, request)
redis.call('HINCRBY', attempts, digest, 1)
redis.call('LREM', taken, -1, request)
return 1
