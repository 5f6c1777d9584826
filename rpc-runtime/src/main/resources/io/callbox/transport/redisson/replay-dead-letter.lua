-- Takes a dead letter off the list and puts its request into the queue.
--
-- KEYS      1 dead letters, 2 queue, 3 the claim that the run which died has left, 4 the record of
--           the durable call, if it is of one
-- ARGV      1 the entry, 2 the request, 3 how many requests may wait in the queue, 4 how long the
--           record is kept (ms); 0 if it is of no durable call
-- Answer    1 if it was done, 0 if the entry is not there, -1 if the queue is full
-- Called by RedissonDeadLetterStore.replay
-- Twice     the second finds the entry gone and answers 0
-- @include now

local deadLetters, queue, claim, record = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local entry, request, length, keepMillis = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])

if redis.call('LLEN', queue) >= length then return -1 end
if redis.call('LREM', deadLetters, -1, entry) == 0 then return 0 end
redis.call('DEL', claim)
if keepMillis > 0 and redis.call('HGET', record, 'state') == 'FAILED' then
  redis.call('HSET', record, 'state', 'WAITING', 'submitted', string.format('%.0f', now))
  redis.call('HDEL', record, 'attempts', 'started', 'ended', 'error', 'due', 'lost', 'progress',
    'run')
  redis.call('PEXPIRE', record, string.format('%.0f', keepMillis))
end
redis.call('LPUSH', queue, request)
return 1
