#!lua flags=allow-oom
-- Puts an entry on the list of dead letters.
--
-- KEYS      1 dead letters
-- ARGV      1 the entry, 2 how long dead letters are kept (ms)
-- Answer    1
-- Called by RedissonLeaseStore.deadLetter
-- Twice     puts a second entry
-- @include dead-letter

putDeadLetter(KEYS[1], ARGV[1], ARGV[2])
return 1
