-- Reads records of durable calls.
--
-- KEYS      records
-- ARGV      which members to read of each
-- Answer    the members of each, empty where there is none
-- Called by RedissonCalls.read
-- Twice     as once

local members = {}
for _, record in ipairs(KEYS) do
  for _, member in ipairs(redis.call('HMGET', record, unpack(ARGV))) do
    members[#members + 1] = member or ''
  end
end
return members
