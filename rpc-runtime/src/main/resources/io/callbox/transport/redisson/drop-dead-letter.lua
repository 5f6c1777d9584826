#!lua flags=allow-oom
-- Takes a dead letter off the list. Looks from the oldest on, where those are that are dropped in
-- bulk: from the newest on, each would pass all others.
--
-- KEYS      1 dead letters
-- ARGV      1 the entry
-- Answer    1 if it was there, 0 if not
-- Called by RedissonDeadLetterStore.drop
-- Twice     the second finds the entry gone and answers 0

return redis.call('LREM', KEYS[1], -1, ARGV[1])
