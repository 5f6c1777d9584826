#!lua flags=allow-oom
-- Moves requests of a dead worker to its heir, unless the worker lives.
--
-- KEYS      1 providers, 2 list of what the dead worker had taken, 3 list of what its heir has
--           taken
-- ARGV      1 the dead worker, 2 its heir, 3 how many requests at most, 4 how many bytes at most, 5
--           how long what is left is kept (ms)
-- Answer    the requests that changed hands, the oldest first
-- Called by RedissonLeaseStore.takeOver
-- Twice     the second hands over the next requests; the first ones are in the list of the heir
-- @include now

local providers, left, taken = KEYS[1], KEYS[2], KEYS[3]
local dead, heir, keepMillis = ARGV[1], ARGV[2], ARGV[5]
local requests, bytes = tonumber(ARGV[3]), tonumber(ARGV[4])

local leaseEnd = redis.call('ZSCORE', providers, dead)
if not leaseEnd or tonumber(leaseEnd) >= now or dead == heir then return {} end
local moved = {}
while bytes > 0 and #moved < requests do
  local request = redis.call('RPOPLPUSH', left, taken)
  if not request then break end
  bytes = bytes - #request
  moved[#moved + 1] = request
end
if #moved == 0 then
  redis.call('ZREM', providers, dead)
else
  redis.call('ZADD', providers, 'NX', now - 1, heir)
  redis.call('PEXPIRE', taken, keepMillis)
end
return moved
