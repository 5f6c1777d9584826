#!lua flags=allow-oom
-- Replaces an element of several requests, a chunk or a batch, by its members.
--
-- KEYS      1 list of taken requests
-- ARGV      1 the element, 2.. its members
-- Answer    1 if the element was there; or if its first member is, since the answer of an earlier
--           attempt may have been lost; else 0
-- Called by RedissonLeaseStore.split
-- Twice     the second answers as the first

local taken = KEYS[1]
local element, firstMember = ARGV[1], ARGV[2]

if redis.call('LREM', taken, -1, element) == 0 then
  return redis.call('LPOS', taken, firstMember) and 1 or 0
end
for i = 2, #ARGV, 1000 do
  redis.call('LPUSH', taken, unpack(ARGV, i, math.min(i + 999, #ARGV)))
end
return 1
