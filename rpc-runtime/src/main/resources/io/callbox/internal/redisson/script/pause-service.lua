-- Pauses a service. At most a thousand services are paused, so that each heartbeat can tell all
-- nodes.
--
-- KEYS      1 paused services
-- ARGV      1 the service, 2 what to say of it
-- Answer    1 if it is paused, 0 if there are too many
-- Called by RedissonNodeStore.pause
-- Twice     as once

local paused = KEYS[1]
local service, how = ARGV[1], ARGV[2]

local known = redis.call('HEXISTS', paused, service) == 1
if not known and redis.call('HLEN', paused) >= 1000 then return 0 end
redis.call('HSET', paused, service, how)
return 1
