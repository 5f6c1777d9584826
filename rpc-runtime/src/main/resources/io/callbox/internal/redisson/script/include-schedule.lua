-- Defines live (a key lasts at least so long), liveAtMost, and schedule, which puts requests into a
-- schedule, each after its due time as text. If one of them becomes the first, schedule tells the
-- providers that move due requests. It does so before it writes, because the user may lack the
-- right to publish. Needs now and text.
local function live(key, millis)
  if redis.call('PTTL', key) < millis then redis.call('PEXPIRE', key, text(millis)) end
end
local function liveAtMost(key, millis)
  if redis.call('PTTL', key) > millis then redis.call('PEXPIRE', key, text(millis)) end
end
local function schedule(later, places, waitMillis, channel)
  if #places == 0 then return end
  local earliest, latest = math.huge, 0
  for at = 1, #places, 2 do
    local due = tonumber(places[at])
    earliest, latest = math.min(earliest, due), math.max(latest, due)
  end
  local first = redis.call('ZRANGE', later, 0, 0, 'WITHSCORES')
  if not first[2] or tonumber(first[2]) >= earliest then redis.call('PUBLISH', channel, later) end
  redis.call('ZADD', later, unpack(places))
  live(later, latest - now + waitMillis)
end
