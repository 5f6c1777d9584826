#!lua flags=allow-oom
-- Claims a node's id and puts the node on the list of nodes.
--
-- KEYS      1 the node's card, 2 list of nodes, 3 paused services, 4 the shards of services
-- ARGV      1 node, 2 card, 3 lease (ms), 4 whether several processes may share the id (1) or not
--           (0), 5 how long the list is kept (ms)
-- Answer    'held', the other's card and how long that lasts (ms); else what enlistNode answers
-- Called by RedissonNodeStore.join
-- Twice     the second renews
-- @include now
-- @include claim-node
-- @include enlist-node

local cardKey, nodes, paused, spread = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local node, card, leaseMillis, mayShare, keepMillis = ARGV[1], ARGV[2], ARGV[3], ARGV[4] == '1', ARGV[5]

local state, other, lasts = claimNode(cardKey, card, leaseMillis, mayShare)
if not state then return {'held', other, tostring(lasts)} end
return enlistNode(nodes, paused, spread, node, leaseMillis, keepMillis, state)
