-- Takes a node that leaves off the list of nodes.
--
-- KEYS      1 list of nodes
-- ARGV      1 node
-- Answer    1 if it was there, else 0
-- Called by RedissonNodeStore.leave
-- Twice     the second answers 0

return redis.call('ZREM', KEYS[1], ARGV[1])
