-- Looks at a queue without taking anything.
--
-- KEYS      1 queue
-- ARGV      1 how many bytes of a message to show
-- Answer    the length of the queue, and the beginning of the message that is taken next
-- Called by BacklogScript.run
-- Twice     as once

local queue = KEYS[1]
local shown = tonumber(ARGV[1])

local oldest = redis.call('LINDEX', queue, -1)
if not oldest then return {'0'} end
return {tostring(redis.call('LLEN', queue)), string.sub(oldest, 1, shown)}
