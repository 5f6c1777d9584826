#!lua flags=allow-oom
-- Keeps some members of a taken chunk. The others go back as separate elements, to be taken next,
-- so that their callers can still withdraw them.
--
-- KEYS      1 queue, 2 list of taken requests
-- ARGV      1 the chunk, 2 the part that is kept, 3 how long the list of taken requests is kept
--           (ms), 4.. the other members, the newest first
-- Answer    1 if the chunk was held, else 0
-- Called by TakeScript.keepPart
-- Twice     the second answers 0

local queue, taken = KEYS[1], KEYS[2]
local chunk, part, keepMillis = ARGV[1], ARGV[2], ARGV[3]
local FIRST = 4

if not redis.call('LPOS', taken, chunk) then return 0 end
for i = FIRST, #ARGV do
  redis.call('RPUSH', queue, ARGV[i])
end
redis.call('LREM', taken, 1, chunk)
redis.call('LPUSH', taken, part)
redis.call('PEXPIRE', taken, keepMillis)
return 1
