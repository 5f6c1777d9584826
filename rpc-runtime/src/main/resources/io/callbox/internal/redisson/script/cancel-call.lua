#!lua flags=allow-oom
-- Cancels a durable call that has not ended.
--
-- KEYS      1 record
-- ARGV      1 id, 2 the channel of workers, 3 that of those who wait for results
-- Answer    the state the call is in then; nothing if it is not known
-- Called by RedissonCalls.cancel
-- Twice     the second answers as the first, and tells nobody
-- @include now
-- @include text

local record = KEYS[1]
local id, workersChannel, doneChannel = ARGV[1], ARGV[2], ARGV[3]

local state = redis.call('HGET', record, 'state')
if not state then return {} end
if state == 'COMPLETED' or state == 'FAILED' or state == 'CANCELLED' then return {state} end
redis.call('HSET', record, 'state', 'CANCELLED', 'ended', text(now))
redis.call('PUBLISH', workersChannel, record)
redis.call('PUBLISH', doneChannel, id)
return {'CANCELLED'}
