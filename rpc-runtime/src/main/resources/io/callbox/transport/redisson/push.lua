-- Pushes requests to a queue, if somebody takes from it and while it has room. Decides before it
-- writes, and remembers its decision before it pushes: if it fails, nothing was pushed.
--
-- KEYS      1 queue, 2 providers, 3 what its sender pushed last
-- ARGV      1 whether to wait for a provider (1) or not (0), 2 the queue's bound in elements, 3 the
--           number of the push, 4 for how long to remember it (ms), 5.. messages
-- Answer    how many messages were accepted; -1 if there is no provider
-- Called by RedissonTransport.push
-- Twice     the second finds the number remembered, pushes nothing and answers as the first
-- @include now

local queue, providers, memory = KEYS[1], KEYS[2], KEYS[3]
local waits, bound, number, keepMillis = ARGV[1] == '1', tonumber(ARGV[2]), ARGV[3], ARGV[4]
local FIRST = 5

local last = redis.call('GET', memory)
if last then
  local lastNumber, lastAccepted = string.match(last, '(%d+):(-?%d+)')
  if tonumber(lastNumber) >= tonumber(number) then return tonumber(lastAccepted) end
end

local accepted = -1
if waits or redis.call('ZCOUNT', providers, now, '+inf') > 0 then
  local room = math.max(bound - redis.call('LLEN', queue), 0)
  accepted = math.min(room, #ARGV - FIRST + 1)
end
redis.call('SET', memory, number .. ':' .. accepted, 'PX', keepMillis)
for from = FIRST, FIRST + accepted - 1, 1000 do
  local to = math.min(from + 999, FIRST + accepted - 1)
  local pushed = redis.pcall('LPUSH', queue, unpack(ARGV, from, to))
  if type(pushed) == 'table' then
    redis.call('SET', memory, last or '0:0', 'PX', keepMillis)
    return pushed
  end
end
return accepted
