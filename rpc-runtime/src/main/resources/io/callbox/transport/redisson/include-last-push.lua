-- Defines lastPush: what a sender pushed last, its number and Redis's answer; nothing if that is not
-- known, as another program may have written anything there.
local function lastPush(memory)
  local last = redis.pcall('GET', memory)
  if type(last) == 'table' and not string.find(last.err, '^WRONGTYPE') then error(last) end
  if type(last) ~= 'string' then return end
  local number, answer = string.match(last, '^(%d+):(-?%w*)$')
  return tonumber(number), answer, number and last
end
