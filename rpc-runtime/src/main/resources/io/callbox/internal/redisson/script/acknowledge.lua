#!lua flags=allow-oom
-- Releases requests that are done.
--
-- KEYS      1 list of taken requests
-- ARGV      for each range the number of its requests, the oldest, the newest
-- Answer    how many requests were there, then the indices of the ranges that were not found, unless
--           all bytes of one request name it
-- Called by ReplyScript.acknowledge
-- Twice     the second finds none
-- @include release-range

local taken = KEYS[1]

local acknowledged = 0
local done = {0}
for at = 1, #ARGV, 3 do
  local count = tonumber(ARGV[at])
  if releaseRange(taken, count, ARGV[at + 1], ARGV[at + 2]) then
    acknowledged = acknowledged + count
  elseif count > 1 or ARGV[at + 2] ~= '' then
    done[#done + 1] = tostring((at + 2) / 3)
  end
end
done[1] = tostring(acknowledged)
return done
