-- Counts the nodes that are there, at a cost that does not depend on their number.
--
-- KEYS      1 list of nodes
-- ARGV      none
-- Answer    how many there are; for how many milliseconds the first of their leases lasts, empty if
--           there are none; and the names of those that are late, a hundred at most
-- Called by RedissonNodeStore.census
-- Twice     as once
-- @include now

local nodes = KEYS[1]

local first = redis.call('ZRANGEBYSCORE', nodes, now, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
local answer = redis.call('ZRANGEBYSCORE', nodes, '-inf', '(' .. now, 'LIMIT', 0, 100)
table.insert(answer, 1, first[2] and tostring(first[2] - now) or '')
table.insert(answer, 1, tostring(redis.call('ZCOUNT', nodes, now, '+inf')))
return answer
