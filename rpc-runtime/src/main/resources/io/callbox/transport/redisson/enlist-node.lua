#!lua flags=allow-oom
-- Puts a node on the list of nodes: the second half of join.
--
-- KEYS      1 list of nodes
-- ARGV      1 node, 2 its record, 3 lease (ms), 4 whether the id is shared, 5 how long the list is
--           kept (ms), 6 the state that claim-node answered
-- Answer    the state and the late nodes, each with by how much (ms)
-- Called by RedissonNodeStore.join
-- Twice     as once
-- @include now
-- @include enlist-node

local nodes = KEYS[1]
local node, leaseMillis, keepMillis, state = ARGV[1], ARGV[3], ARGV[5], ARGV[6]

return enlistNode(nodes, node, leaseMillis, keepMillis, state)
