-- Tells what a worker holds, or what waits in a queue.
--
-- KEYS      1 list of taken requests, or the queue
-- ARGV      1 how many of the oldest to pass over, 2 how many requests at most, 3 how many bytes at
--           most
-- Answer    the requests, the oldest first
-- Called by RedissonLeaseStore.held, WaitingRequests.list
-- Twice     as once

local taken = KEYS[1]
local at = -1 - ARGV[1]
local requests, bytes = tonumber(ARGV[2]), tonumber(ARGV[3])

local held = {}
while bytes > 0 and #held < requests do
  local request = redis.call('LINDEX', taken, at)
  if not request then break end
  bytes = bytes - #request
  held[#held + 1] = request
  at = at - 1
end
return held
