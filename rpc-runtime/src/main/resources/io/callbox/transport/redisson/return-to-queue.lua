#!lua flags=allow-oom
-- Puts a request back, to be taken next.
--
-- KEYS      1 queue, 2 list of taken requests, if it is held
-- ARGV      1 the request
-- Answer    the length of the queue; 0 if the request was not held
-- Called by TakeScript.returnToQueue, RedissonLeaseStore.returnToQueue
-- Twice     the second answers 0; of a request that nobody holds, it puts a second one

local queue, taken = KEYS[1], KEYS[2]
local request = ARGV[1]

if taken and redis.call('LREM', taken, 1, request) == 0 then return 0 end
return redis.call('RPUSH', queue, request)
