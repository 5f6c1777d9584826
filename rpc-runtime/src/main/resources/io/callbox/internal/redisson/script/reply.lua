#!lua flags=allow-oom
-- Puts responses on a reply list and releases the requests that they answer, in one step. Fails
-- before it writes if the reply list is no list. Responses to requests that nobody holds are put
-- only if all ranges are found: the script runs again for those that are not, and if that fails,
-- all may be put again.
--
-- KEYS      1 reply list, 2.. lists of taken requests
-- ARGV      1 how long to keep the reply list (ms), 2 the number n of responses to requests that
--           nobody holds, 3..n+2 these; then for each range the index of its list among the keys,
--           the number of its requests, the oldest, the newest, and the responses
-- Answer    how many responses were put, then the indices of the ranges that were not found, unless
--           all bytes of one request name it
-- Called by ReplyScript.put
-- Twice     the second finds no range, and puts those responses again whose requests nobody holds
-- @include release-range
-- @include keep-replies

local replies = KEYS[1]
local keepMillis, unheld = ARGV[1], tonumber(ARGV[2])

redis.call('LLEN', replies)
local responses, done = {}, {0}
local at, range = 2 + unheld, 0
while at < #ARGV do
  range = range + 1
  local taken, count = KEYS[tonumber(ARGV[at + 1])], tonumber(ARGV[at + 2])
  if releaseRange(taken, count, ARGV[at + 3], ARGV[at + 4]) then
    for i = at + 5, at + 4 + count do
      responses[#responses + 1] = ARGV[i]
    end
  elseif count > 1 or ARGV[at + 4] ~= '' then
    done[#done + 1] = tostring(range)
  end
  at = at + 4 + count
end
if #done == 1 then
  for i = 3, 2 + unheld do
    responses[#responses + 1] = ARGV[i]
  end
end

local length = 0
for i = 1, #responses, 1000 do
  length = redis.call('LPUSH', replies, unpack(responses, i, math.min(i + 999, #responses)))
end
keepReplies(replies, length, #responses, keepMillis)
done[1] = tostring(#responses)
return done
