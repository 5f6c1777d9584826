-- Takes a node whose lease has ended off the list of nodes.
--
-- KEYS      1 list of nodes
-- ARGV      1 node
-- Answer    1 if it was late and is off the list now, else 0
-- Called by RedissonNodeStore.forget
-- Twice     the second answers 0
-- @include now

local nodes = KEYS[1]
local node = ARGV[1]

local leaseEnd = redis.call('ZSCORE', nodes, node)
if not leaseEnd or tonumber(leaseEnd) >= now then return 0 end
return redis.call('ZREM', nodes, node)
