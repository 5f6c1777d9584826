#!lua flags=allow-oom
-- Puts an entry on the list of dead letters, unless its worker has already put an entry with this
-- number. The number is noted last: if the entry cannot be written, it may be put later.
--
-- KEYS      1 dead letters, 2 which of them the worker has put, number to 1
-- ARGV      1 the entry, 2 how long dead letters are kept (ms), 3 its number, 4 a number that need not
--           be remembered any more, 5 how long numbers are remembered (ms)
-- Answer    1
-- Called by RedissonLeaseStore.deadLetter
-- Twice     the second finds the number, and puts nothing
-- @include dead-letter

local deadLetters, put = KEYS[1], KEYS[2]
local entry, keepMillis, number, oldNumber, rememberMillis = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local before = redis.call('HINCRBY', put, number, 0)
redis.call('PEXPIRE', put, rememberMillis)
if before > 0 then return 1 end
putDeadLetter(deadLetters, entry, keepMillis)
redis.call('HINCRBY', put, number, 1)
redis.call('HDEL', put, oldNumber)
return 1
