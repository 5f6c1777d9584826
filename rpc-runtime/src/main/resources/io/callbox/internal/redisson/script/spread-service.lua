-- Spreads a service over a number of shards, and remembers the greatest number so far, because
-- requests may still wait in shards that are no longer used. At most a thousand services are
-- spread, so that each heartbeat can tell all nodes.
--
-- KEYS      1 the shards of services
-- ARGV      1 the service, 2 how many shards
-- Answer    how many there ever were, and since when it is so (ms, Redis's time); nothing if there
--           are too many services
-- Called by RedissonNodeStore.spread
-- Twice     the second says that it is so since now
-- @include now

local spread = KEYS[1]
local service, shards = ARGV[1], tonumber(ARGV[2])

local known = redis.call('HGET', spread, service)
if not known and redis.call('HLEN', spread) >= 1000 then return {} end
local most = shards
for _, member in ipairs({'"shards":%s*(%d+)', '"most":%s*(%d+)'}) do
  most = math.max(most, tonumber(known and string.match(known, member) or 0))
end
local form = '{"shards":%d,"most":%d,"since":%d}'
redis.call('HSET', spread, service, string.format(form, shards, most, now))
return {tostring(most), string.format('%d', now)}
