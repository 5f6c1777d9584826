-- Returns for how long a queue is certain to have a provider.
--
-- KEYS      1 providers
-- ARGV      none
-- Answer    for how many milliseconds the last of their leases lasts; -1 if none does
-- Called by RedissonLeaseStore.left
-- Twice     as once
-- @include now

local lasting = redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf', 'WITHSCORES')
if #lasting == 0 then return -1 end
return math.min(lasting[#lasting] - now, 2 ^ 31)
