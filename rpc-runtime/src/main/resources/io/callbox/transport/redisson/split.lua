#!lua flags=allow-oom
-- Replaces a batch that was taken by its members.
--
-- KEYS      1 list of taken requests
-- ARGV      1 the batch, 2.. its members
-- Answer    1 if the batch was there; or if its first member is, since the answer of an earlier
--           attempt may have been lost; else 0
-- Called by RedissonLeaseStore.split
-- Twice     the second answers as the first

local taken = KEYS[1]
local batch, firstMember = ARGV[1], ARGV[2]

if redis.call('LREM', taken, -1, batch) == 0 then
  return redis.call('LPOS', taken, firstMember) and 1 or 0
end
for i = 2, #ARGV, 1000 do
  redis.call('LPUSH', taken, unpack(ARGV, i, math.min(i + 999, #ARGV)))
end
return 1
