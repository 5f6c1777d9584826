-- Defines lastPush, which returns the number of a sender's last push and Redis's answer to it;
-- nothing if the key has another form, because any program may have written there.
local function lastPush(memory)
  local last = redis.pcall('GET', memory)
  if type(last) == 'table' and not string.find(last.err, '^WRONGTYPE') then error(last) end
  if type(last) ~= 'string' then return end
  local number, answer = string.match(last, '^(%d+):(-?%w*)$')
  return tonumber(number), answer, number and last
end
