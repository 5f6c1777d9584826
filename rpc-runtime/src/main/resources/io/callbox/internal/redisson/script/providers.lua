-- Lists the workers whose lease on a queue lasts.
--
-- KEYS      1 providers
-- ARGV      none
-- Answer    their names
-- Called by RedissonLeaseStore.providers
-- Twice     as once
-- @include now

return redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf')
