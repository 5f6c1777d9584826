-- Forgets how often a request went back from dead workers, because it was given up on and answered:
-- the count of an equal request begins at zero. A request that is still held keeps its count,
-- because it is given up on again.
--
-- KEYS      1 attempts, 2 list of taken requests
-- ARGV      1 the request
-- Answer    1 if it is forgotten, else 0
-- Called by QueueReturns.forget
-- Twice     the second answers 0

local attempts, taken = KEYS[1], KEYS[2]
local request = ARGV[1]

if redis.call('LPOS', taken, request) then return 0 end
return redis.call('HDEL', attempts, redis.sha1hex(request))
