-- Takes dead letters off the list and puts their requests into the queue, one after the other. An
-- entry leaves the list last: if its request cannot be written, it stays a dead letter.
--
-- KEYS      1 dead letters, 2 queue; then for each letter the claim that the run which died has
--           left, and the record of the durable call, if it is of one
-- ARGV      1 how many elements may wait in the queue; then for each letter the entry, the request,
--           and how long the record is kept (ms), 0 if it is of no durable call
-- Answer    for each letter 1 if it was done, 0 if the entry is not there, -1 if the queue is full
-- Called by RedissonDeadLetterStore.replay
-- Twice     the second finds the entries gone and answers 0 for each
-- @include now
-- @include text

local deadLetters, queue = KEYS[1], KEYS[2]
local room = tonumber(ARGV[1]) - redis.call('LLEN', queue)

local function waitAgain(record, keepMillis)
  if redis.call('HGET', record, 'state') ~= 'FAILED' then return end
  redis.call('HSET', record, 'state', 'WAITING', 'submitted', text(now))
  redis.call('HDEL', record, 'attempts', 'started', 'ended', 'error', 'due', 'lost', 'progress',
    'run', 'putOff')
  redis.call('PEXPIRE', record, text(keepMillis))
end

local done = {}
for at = 0, (#ARGV - 1) / 3 - 1 do
  local entry, request, keepMillis = ARGV[3 * at + 2], ARGV[3 * at + 3], tonumber(ARGV[3 * at + 4])
  if room <= 0 then
    done[at + 1] = '-1'
  elseif not redis.call('LPOS', deadLetters, entry, 'RANK', -1) then
    done[at + 1] = '0'
  else
    redis.call('DEL', KEYS[2 * at + 3])
    if keepMillis > 0 then waitAgain(KEYS[2 * at + 4], keepMillis) end
    redis.call('LPUSH', queue, request)
    redis.call('LREM', deadLetters, -1, entry)
    room = room - 1
    done[at + 1] = '1'
  end
end
return done
