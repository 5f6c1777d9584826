-- Takes a dead letter off the list and puts its request into the queue.
--
-- KEYS      1 dead letters, 2 queue, 3 the claim that the run which died has left
-- ARGV      1 the entry, 2 the request, 3 how many requests may wait in the queue
-- Answer    1 if it was done, 0 if the entry is not there, -1 if the queue is full
-- Called by RedissonDeadLetterStore.replay
-- Twice     the second finds the entry gone and answers 0

local deadLetters, queue, claim = KEYS[1], KEYS[2], KEYS[3]
local entry, request, length = ARGV[1], ARGV[2], tonumber(ARGV[3])

if redis.call('LLEN', queue) >= length then return -1 end
if redis.call('LREM', deadLetters, 1, entry) == 0 then return 0 end
redis.call('DEL', claim)
redis.call('LPUSH', queue, request)
return 1
