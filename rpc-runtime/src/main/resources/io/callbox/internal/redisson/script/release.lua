#!lua flags=allow-oom
-- Gives a worker's leases back. A lease under which requests are still held ends at once instead,
-- so that another worker takes them over.
--
-- KEYS      for each queue its providers, the list of what the worker has taken
-- ARGV      1 worker
-- Answer    1
-- Called by RedissonLeaseStore.release
-- Twice     as once
-- @include now

local worker = ARGV[1]

for i = 1, #KEYS, 2 do
  local providers, taken = KEYS[i], KEYS[i + 1]
  if redis.call('LLEN', taken) == 0 then
    redis.call('ZREM', providers, worker)
  else
    redis.call('ZADD', providers, 'XX', now - 1, worker)
  end
end
return 1
