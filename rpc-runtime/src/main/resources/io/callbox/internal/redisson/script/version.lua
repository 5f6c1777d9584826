-- Returns the version of Redis. A version before 7.0 does not tell it to scripts, but has no rules
-- that forbid INFO to a script.
--
-- KEYS      none that exists; the first names the slot
-- ARGV      none
-- Answer    the version; empty if it is not known
-- Called by RedisVersion.check
-- Twice     as once

if redis.REDIS_VERSION then return {redis.REDIS_VERSION} end
local info = redis.pcall('INFO', 'server')
return {type(info) == 'string' and string.match(info, 'redis_version:([^%s]+)') or ''}
