-- Takes a request out of its queue. If a dead worker had taken it before it was put back, it may
-- have run, and the answer says so.
--
-- KEYS      1 queue, 2 attempts
-- ARGV      1 the message, 2 the longest queue to look through
-- Answer    1 if it was there and nobody had ever taken it, else 0
-- Called by WaitingRequests.withdraw
-- Twice     the second answers 0

local queue, attempts = KEYS[1], KEYS[2]
local message, longest = ARGV[1], tonumber(ARGV[2])

if redis.call('LLEN', queue) > longest then return 0 end
local delivered = redis.call('HEXISTS', attempts, redis.sha1hex(message))
return math.min(redis.call('LREM', queue, 1, message), 1 - delivered)
