-- Reads dead letters.
--
-- KEYS      1 dead letters
-- ARGV      1 how many to pass over, 2 the direction: 1 for the newest first, -1 for the oldest, 3
--           how many at most, 4 how many bytes at most
-- Answer    the entries
-- Called by RedissonDeadLetterStore.read
-- Twice     as once

local deadLetters = KEYS[1]
local passed, step = tonumber(ARGV[1]), tonumber(ARGV[2])
local entries, bytes = tonumber(ARGV[3]), tonumber(ARGV[4])

local at = step > 0 and passed or -1 - passed
local read = {}
while bytes > 0 and #read < entries do
  local entry = redis.call('LINDEX', deadLetters, at)
  if not entry then break end
  bytes = bytes - #entry
  read[#read + 1] = entry
  at = at + step
end
return read
