#!lua flags=allow-oom
-- Renews a worker's leases, and keeps what it holds, and its queues, from expiring. What a worker
-- leaves in Redis is on the list of providers, which the others work off; it ends by itself some
-- days after the last of them.
--
-- KEYS      for each queue its providers, the list of what the worker has taken, the queue
-- ARGV      1 worker, 2 how long its leases last (ms), 3 how long what it leaves is kept (ms)
-- Answer    the index of a queue and the name of a worker, for each lease that has ended
-- Called by RedissonLeaseStore.renew
-- Twice     as once
-- @include now

local worker, leaseMillis, keepMillis = ARGV[1], ARGV[2], ARGV[3]

local ended = {}
for i = 1, #KEYS, 3 do
  local providers, taken, queue = KEYS[i], KEYS[i + 1], KEYS[i + 2]
  redis.call('ZADD', providers, now + leaseMillis, worker)
  redis.call('PEXPIRE', providers, keepMillis)
  redis.call('PEXPIRE', taken, keepMillis)
  redis.call('PERSIST', queue)
  local late = redis.call('ZRANGEBYSCORE', providers, '-inf', '(' .. now, 'LIMIT', 0, 100)
  for _, name in ipairs(late) do
    table.insert(ended, tostring((i + 2) / 3))
    table.insert(ended, name)
  end
end
return ended
