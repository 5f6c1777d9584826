-- Removes a node's card, if it is the one that is there.
--
-- KEYS      1 the node's card
-- ARGV      1 node, 2 card
-- Answer    1 if it was there, else 0
-- Called by RedissonNodeStore.leave
-- Twice     the second answers 0

local cardKey = KEYS[1]
local card = ARGV[2]

if redis.call('GET', cardKey) ~= card then return 0 end
return redis.call('DEL', cardKey)
