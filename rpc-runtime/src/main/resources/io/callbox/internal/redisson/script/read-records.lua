-- Reads records of durable calls. A key that is no record has no members.
--
-- KEYS      records
-- ARGV      which members to read of each
-- Answer    the members of each, empty where there is none
-- Called by RedissonCalls.read
-- Twice     as once

local members = {}
for _, record in ipairs(KEYS) do
  local known = redis.pcall('HMGET', record, unpack(ARGV))
  if known.err and not string.find(known.err, '^WRONGTYPE') then return known end
  for at = 1, #ARGV do
    members[#members + 1] = known[at] or ''
  end
end
return members
