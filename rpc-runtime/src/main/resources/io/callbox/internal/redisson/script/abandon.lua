-- Lets a queue without providers expire, with the lists of requests that its workers had taken. A
-- worker that holds nothing has no such list.
--
-- KEYS      1 queue, 2 providers, 3.. lists of what workers had taken whose leases have ended
-- ARGV      1 how long what is left is kept (ms), 2.. these workers
-- Answer    1; 0 if the queue has a provider
-- Called by RedissonLeaseStore.abandon
-- Twice     as once: an expiry that is set stays
-- @include now

local providers = KEYS[2]
local keepMillis = ARGV[1]

if redis.call('ZCOUNT', providers, now, '+inf') > 0 then return 0 end
for i = 3, #KEYS do
  if redis.call('EXISTS', KEYS[i]) == 0 then redis.call('ZREM', providers, ARGV[i - 1]) end
end
for i = 1, #KEYS do
  redis.call('PEXPIRE', KEYS[i], keepMillis, 'NX')
end
return 1
