-- Claims the right to run a request that may have been pushed twice.
--
-- KEYS      1 claim
-- ARGV      1 claimant, 2 how long the claim lasts (ms)
-- Answer    1 if nobody else had claimed it, else 0
-- Called by RedissonLeaseStore.claim
-- Twice     the same claimant is answered the same

local claim = KEYS[1]
local claimant, lastsMillis = ARGV[1], ARGV[2]

local first = redis.call('SET', claim, claimant, 'NX', 'GET', 'PX', lastsMillis)
return (not first or first == claimant) and 1 or 0
