#!lua flags=allow-oom
-- Puts a node on the list of nodes. It is the second half of join.lua.
--
-- KEYS      1 list of nodes, 2 paused services, 3 the shards of services
-- ARGV      1 node, 2 lease (ms), 3 how long the list is kept (ms), 4 the state that claim-node
--           answered
-- Answer    what enlistNode answers
-- Called by RedissonNodeStore.join
-- Twice     as once: the second renews
-- @include now
-- @include enlist-node

local nodes, paused, spread = KEYS[1], KEYS[2], KEYS[3]
local node, leaseMillis, keepMillis, state = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

return enlistNode(nodes, paused, spread, node, leaseMillis, keepMillis, state)
