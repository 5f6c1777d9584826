-- Counts dead letters.
--
-- KEYS      1 dead letters
-- ARGV      none
-- Answer    how many there are
-- Called by RedissonDeadLetterStore.count
-- Twice     as once

return redis.call('LLEN', KEYS[1])
