-- Removes a node's card, unless another one is there. A card that has ended is removed already.
--
-- KEYS      1 the node's card
-- ARGV      1 card
-- Answer    1; 0 if another card is there
-- Called by RedissonNodeStore.leave
-- Twice     as once

local cardKey = KEYS[1]
local card = ARGV[1]

local there = redis.call('GET', cardKey)
if there and there ~= card then return 0 end
redis.call('DEL', cardKey)
return 1
