-- Counts the durable calls that are listed.
--
-- KEYS      1 list of calls
-- ARGV      none
-- Answer    how many
-- Called by RedissonCalls.count
-- Twice     as once

return redis.call('ZCARD', KEYS[1])
