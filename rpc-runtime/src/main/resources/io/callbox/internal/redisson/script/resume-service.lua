#!lua flags=allow-oom
-- Ends the pause of a service.
--
-- KEYS      1 paused services
-- ARGV      1 the service
-- Answer    1 if it was paused, 0 if not
-- Called by RedissonNodeStore.resume
-- Twice     the second finds no pause and answers 0

return redis.call('HDEL', KEYS[1], ARGV[1])
