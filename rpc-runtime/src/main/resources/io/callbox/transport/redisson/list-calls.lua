-- Lists durable calls, the oldest first.
--
-- KEYS      1 list of calls
-- ARGV      1 the first place, 2 the last
-- Answer    ids
-- Called by RedissonCalls.list
-- Twice     as once

return redis.call('ZRANGE', KEYS[1], ARGV[1], ARGV[2])
