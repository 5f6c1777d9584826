#!lua flags=allow-oom
-- Takes a request out of one queue and puts it into another. What the other does not take stays.
--
-- KEYS      1 the other queue, 2 the queue; without it, it is only put
-- ARGV      1 the request as it is put, 2 as it waits, 3 the longest queue to look through
-- Answer    1 if it was there, else 0
-- Called by WaitingRequests.move
-- Twice     the second answers 0; without the queue, it puts the request once more

local other, queue = KEYS[1], KEYS[2]
local request, waiting, longest = ARGV[1], ARGV[2], tonumber(ARGV[3])

if queue then
  if redis.call('LLEN', queue) > longest then return 0 end
  if redis.call('LREM', queue, -1, waiting) == 0 then return 0 end
end
local put = redis.pcall('LPUSH', other, request)
if type(put) == 'number' then return 1 end
if queue then redis.call('RPUSH', queue, waiting) end
return put
