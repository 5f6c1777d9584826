#!lua flags=allow-oom
-- Puts a node on the list of nodes: the second half of join.
--
-- KEYS      1 list of nodes, 2 paused services, 3 the shards of services
-- ARGV      1 node, 2 its card, 3 lease (ms), 4 whether the id is shared, 5 how long the list is
--           kept (ms), 6 the state that claim-node answered
-- Answer    what enlistNode answers
-- Called by RedissonNodeStore.join
-- Twice     as once: the second renews
-- @include now
-- @include enlist-node

local nodes, paused, spread = KEYS[1], KEYS[2], KEYS[3]
local node, leaseMillis, keepMillis, state = ARGV[1], ARGV[3], ARGV[5], ARGV[6]

return enlistNode(nodes, paused, spread, node, leaseMillis, keepMillis, state)
