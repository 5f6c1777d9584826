#!lua flags=allow-oom
-- Takes durable calls without a record off their list.
--
-- KEYS      1 list of calls, 2.. records
-- ARGV      their ids
-- Answer    how many have no record any more
-- Called by RedissonCalls.forget
-- Twice     as once: the second counts the same ids

local calls = KEYS[1]

local gone = {}
for index, id in ipairs(ARGV) do
  if redis.call('EXISTS', KEYS[index + 1]) == 0 then gone[#gone + 1] = id end
end
if #gone > 0 then redis.call('ZREM', calls, unpack(gone)) end
return #gone
