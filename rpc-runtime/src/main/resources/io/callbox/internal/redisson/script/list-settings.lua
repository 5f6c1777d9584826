-- Lists the services that are paused, or those that are spread.
--
-- KEYS      1 paused services, or the shards of services
-- ARGV      none
-- Answer    names, each with what was said of it
-- Called by RedissonNodeStore.paused, RedissonNodeStore.spreads
-- Twice     as once

return redis.call('HGETALL', KEYS[1])
