-- Removes a node's record, if it is the one that is there.
--
-- KEYS      1 node record
-- ARGV      1 node, 2 record
-- Answer    1 if it was there, else 0
-- Called by RedissonNodeStore.leave
-- Twice     the second answers 0

local recordKey = KEYS[1]
local record = ARGV[2]

if redis.call('GET', recordKey) ~= record then return 0 end
return redis.call('DEL', recordKey)
