#!lua flags=allow-oom
-- Replaces an element of a queue, in its place, or removes it.
--
-- KEYS      1 queue
-- ARGV      1 the longest queue to look through, 2 the message, 3 its replacement; empty for none
-- Answer    1 if the message was there, else 0
-- Called by WaitingRequests.replace
-- Twice     the second answers 0

local queue = KEYS[1]
local longest, message, replacement = tonumber(ARGV[1]), ARGV[2], ARGV[3]

if redis.call('LLEN', queue) > longest then return 0 end
if replacement ~= '' and redis.call('LINSERT', queue, 'BEFORE', message, replacement) < 1 then
  return 0
end
return redis.call('LREM', queue, 1, message)
