-- Lists durable calls, the oldest first.
--
-- KEYS      1 list of calls
-- ARGV      1 the first place, 2 the last; negative ones count from the newest, which is -1
-- Answer    ids
-- Called by RedissonCalls.listed
-- Twice     as once

return redis.call('ZRANGE', KEYS[1], ARGV[1], ARGV[2])
