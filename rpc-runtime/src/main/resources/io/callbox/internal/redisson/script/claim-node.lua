#!lua flags=allow-oom
-- Claims a node's id. It is the first half of join.lua, for a cluster in which the card and the
-- list of nodes have different slots.
--
-- KEYS      1 the node's card
-- ARGV      1 card, 2 lease (ms), 3 whether several processes may share the id (1) or not (0)
-- Answer    'held', the other's card and how long that lasts (ms); else the state
-- Called by RedissonNodeStore.join
-- Twice     the second renews
-- @include claim-node

local cardKey = KEYS[1]
local card, leaseMillis, mayShare = ARGV[1], ARGV[2], ARGV[3] == '1'

local state, other, lasts = claimNode(cardKey, card, leaseMillis, mayShare)
if not state then return {'held', other, tostring(lasts)} end
return {state}
