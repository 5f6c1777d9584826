#!lua flags=allow-oom
-- Puts a request back, to be taken next. If that fails, it stays held. The number is noted last: what
-- cannot be written may be put back later.
--
-- KEYS      1 queue, 2 which requests the sender has put back, number to 1, 3 list of taken requests,
--           if it is held
-- ARGV      1 the request, 2 the number of this return, 3 a number that need not be remembered any
--           more, 4 how long numbers are remembered (ms)
-- Answer    the length of the queue; 0 if the request was not held, or has been put back
-- Called by QueueReturns.put
-- Twice     the second finds the number and answers 0, though the request may be taken anew by then

local queue, returned, taken = KEYS[1], KEYS[2], KEYS[3]
local request, number, oldNumber, rememberMillis = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local before = redis.call('HINCRBY', returned, number, 0)
redis.call('PEXPIRE', returned, rememberMillis)
if before > 0 then return 0 end
local length = 0
if not taken or redis.call('LPOS', taken, request) then
  length = redis.call('RPUSH', queue, request)
  if taken then redis.call('LREM', taken, 1, request) end
end
redis.call('HINCRBY', returned, number, 1)
redis.call('HDEL', returned, oldNumber)
return length
