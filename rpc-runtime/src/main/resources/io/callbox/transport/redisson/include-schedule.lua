-- Defines text (a number as Redis takes it), live (a key lasts so long at least) and schedule (puts
-- a request into a schedule, and tells those who move what is due if it comes first). Needs now.
local function text(number) return string.format('%.0f', number) end
local function live(key, millis)
  if redis.call('PTTL', key) < millis then redis.call('PEXPIRE', key, text(millis)) end
end
local function schedule(later, due, request, waitMillis, channel)
  redis.call('ZADD', later, text(due), request)
  live(later, due - now + waitMillis)
  local first = redis.call('ZRANGE', later, 0, 0, 'WITHSCORES')
  if tonumber(first[2]) >= due then redis.call('PUBLISH', channel, later) end
end
