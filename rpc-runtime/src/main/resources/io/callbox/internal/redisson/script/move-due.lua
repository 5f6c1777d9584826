#!lua flags=allow-oom
-- Moves requests whose time has come from a schedule to its queue, in the order they are due. Those
-- that the queue refuses stay in the schedule.
--
-- KEYS      1 queue, 2 schedule
-- ARGV      1 how many requests at most, 2 after how many bytes no further one is moved
-- Answer    how many were moved; in how many ms the next is due, -1 if there is none
-- Called by RedissonCalls.moveDue
-- Twice     the second moves the next ones, and what has become due since
-- @include now
-- @include text

local queue, later = KEYS[1], KEYS[2]
local most, bytes = ARGV[1], tonumber(ARGV[2])

local moved = {}
for _, request in ipairs(redis.call('ZRANGEBYSCORE', later, '-inf', now, 'LIMIT', 0, most)) do
  if bytes <= 0 then break end
  bytes = bytes - #request
  moved[#moved + 1] = request
end
if #moved > 0 then
  redis.call('LPUSH', queue, unpack(moved))
  redis.call('ZREM', later, unpack(moved))
end
local first = redis.call('ZRANGE', later, 0, 0, 'WITHSCORES')
local left = first[2] and math.min(math.max(tonumber(first[2]) - now, 0), 2 ^ 53) or -1
return {tostring(#moved), text(left)}
