#!lua flags=allow-oom
-- Puts a request back that a dead worker held, to be run again, unless it was delivered too often. The
-- request leaves the list of those taken last, and counts as delivered once it is in the queue: what
-- cannot be written then loses nothing.
--
-- KEYS      1 queue, 2 list of taken requests, 3 attempts, 4 which requests the sender has put back,
--           number to 1
-- ARGV      1 the request, 2 how often it may be delivered, 3 how long attempts are remembered (ms),
--           4 the number of this return, 5 a number that need not be remembered any more, 6 how long
--           numbers are remembered (ms)
-- Answer    1 if it was put back, or was not there; 0 if it was delivered too often, and stays held
-- Called by QueueReturns.putAgain
-- Twice     the second finds the number and answers 1, though the request may be taken anew by then; or
--           it is still held, and the second answers 0

local queue, taken, attempts, returned = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local request, deliveries, rememberMillis = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local number, oldNumber, numbersMillis = ARGV[4], ARGV[5], ARGV[6]

local before = redis.call('HINCRBY', returned, number, 0)
redis.call('PEXPIRE', returned, numbersMillis)
if before > 0 then return 1 end
if not redis.call('LPOS', taken, request) then return 1 end
local digest = redis.sha1hex(request)
local delivered = 1 + redis.call('HINCRBY', attempts, digest, 0)
redis.call('PEXPIRE', attempts, rememberMillis)
if delivered >= deliveries then return 0 end
redis.call('RPUSH', queue, request)
redis.call('HINCRBY', attempts, digest, 1)
redis.call('HINCRBY', returned, number, 1)
redis.call('HDEL', returned, oldNumber)
redis.call('LREM', taken, -1, request)
return 1
