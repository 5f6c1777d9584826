-- Lists workers whose lease on a queue has ended.
--
-- KEYS      1 providers
-- ARGV      none
-- Answer    at most 100 names
-- Called by RedissonLeaseStore.ended
-- Twice     as once
-- @include now

return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. now, 'LIMIT', 0, 100)
