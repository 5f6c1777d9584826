-- Lists the services that are paused.
--
-- KEYS      1 paused services
-- ARGV      none
-- Answer    names, each with what was said of it
-- Called by RedissonNodeStore.paused
-- Twice     as once

return redis.call('HGETALL', KEYS[1])
