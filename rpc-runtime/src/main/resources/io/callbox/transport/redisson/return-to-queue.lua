#!lua flags=allow-oom
-- Puts a request back, to be taken next. If that fails, it stays held.
--
-- KEYS      1 queue, 2 list of taken requests, if it is held
-- ARGV      1 the request
-- Answer    the length of the queue; 0 if the request was not held
-- Called by TakeScript.returnToQueue, RedissonLeaseStore.returnToQueue
-- Twice     the second answers 0; of a request that nobody holds, it puts a second one

local queue, taken = KEYS[1], KEYS[2]
local request = ARGV[1]

if taken and not redis.call('LPOS', taken, request) then return 0 end
local length = redis.call('RPUSH', queue, request)
if taken then redis.call('LREM', taken, 1, request) end
return length
