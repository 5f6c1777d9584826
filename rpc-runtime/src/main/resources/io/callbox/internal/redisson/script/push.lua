-- Pushes requests to a queue, if somebody takes from it and while it has room. Decides before it
-- writes, and remembers its decision before it pushes: if it fails, nothing was pushed.
--
-- KEYS      1 queue, 2 providers, 3 what its sender pushed last
-- ARGV      1 whether to wait for a provider (1) or not (0), 2 the queue's bound in elements, 3 the
--           number of the push, 4 for how long to remember it (ms), 5 how long a ticket may be
--           (ms), 0 for none, 6.. messages
-- Answer    how many messages were accepted, times 1000, plus for how many milliseconds the queue
--           takes others without being asked: its ticket; -1 if there is no provider
-- Called by QueuePush.pushedByScript
-- Twice     the second finds the number remembered, pushes nothing and answers as the first, but
--           without a ticket
-- @include now
-- @include last-push

local queue, providers, memory = KEYS[1], KEYS[2], KEYS[3]
local waits, bound, number, keepMillis = ARGV[1] == '1', tonumber(ARGV[2]), ARGV[3], ARGV[4]
local ticket = tonumber(ARGV[5])
local FIRST = 6

local lastNumber, lastAccepted, last = lastPush(memory)
if lastNumber and lastNumber >= tonumber(number) then
  return math.max((tonumber(lastAccepted) or 0) * 1000, -1)
end

local provided = waits
if not waits and ticket == 0 then
  provided = redis.call('ZCOUNT', providers, now, '+inf') > 0
elseif not waits then
  local leases = redis.call('ZRANGEBYSCORE', providers, now, '+inf', 'WITHSCORES')
  provided = #leases > 0
  ticket = math.min(ticket, provided and leases[#leases] - now or 0)
end
local accepted = -1
if provided then
  local length = redis.call('LLEN', queue)
  accepted = math.min(math.max(bound - length, 0), #ARGV - FIRST + 1)
  if 2 * (length + accepted) > bound then ticket = 0 end
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
return accepted < 0 and -1 or accepted * 1000 + ticket
