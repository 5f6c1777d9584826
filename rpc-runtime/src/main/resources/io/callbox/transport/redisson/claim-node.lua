#!lua flags=allow-oom
-- Claims a node's id: the first half of join, where record and list lie in different slots.
--
-- KEYS      1 node record
-- ARGV      1 node, 2 record, 3 lease (ms), 4 whether several processes may share the id (1) or not
--           (0)
-- Answer    'held', the other's record and how long that lasts (ms); else the state
-- Called by RedissonNodeStore.join
-- Twice     the second renews
-- @include claim-node

local recordKey = KEYS[1]
local record, leaseMillis, mayShare = ARGV[2], ARGV[3], ARGV[4] == '1'

local state, other, lasts = claimNode(recordKey, record, leaseMillis, mayShare)
if not state then return {'held', other, tostring(lasts)} end
return {state}
