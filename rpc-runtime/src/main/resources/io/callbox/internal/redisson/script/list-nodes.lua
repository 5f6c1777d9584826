-- Lists the nodes that are there.
--
-- KEYS      1 list of nodes
-- ARGV      none
-- Answer    names, each with for how many milliseconds its lease lasts
-- Called by RedissonNodeStore.look
-- Twice     as once
-- @include now

local nodes = redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf', 'WITHSCORES')
for i = 2, #nodes, 2 do
  nodes[i] = tostring(nodes[i] - now)
end
return nodes
