-- Submits durable calls: joins, refuses, queues or schedules each. Decides before it writes, and
-- looks at each key first, so that it fails before it writes.
--
-- KEYS      1 queue, 2 schedule, 3 list of calls, 4 what its sender pushed last, 5 providers, 6..
--           records
-- ARGV      1-3 the bounds of queue, schedule and list, 4 the number of the push, 5 for how long to
--           remember it (ms), 6 how long a call waits at most (ms), 7 the channel of those who move
--           what is due, 8.. for each record: request; due time (0 for now), how long it is kept
--           (ms), whether it must be new (1) or may join (0), id and method, with spaces between them
-- Answer    a text of a letter for each: N new, J joined, T taken, F full
-- Called by RedissonCalls.submit
-- Twice     the second finds the number remembered, submits nothing and answers as the first
-- @include now
-- @include schedule

local queue, later, calls, memory, providers = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local queueBound, laterBound, listBound = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local number, rememberMillis, waitMillis, channel = ARGV[4], ARGV[5], tonumber(ARGV[6]), ARGV[7]
local FIRST_RECORD, FIRST, SIZE = 6, 8, 2

local last = redis.call('GET', memory)
if last then
  local lastNumber, lastAnswer = string.match(last, '(%d+):(%a*)')
  if tonumber(lastNumber) >= tonumber(number) then return {lastAnswer} end
end

local room = queueBound - redis.call('LLEN', queue)
local places = laterBound - redis.call('ZCARD', later)
local listed = redis.call('ZCARD', calls)
local submitted, methods, letters = {}, {}, {}
for at = FIRST, #ARGV, SIZE do
  local request, facts = ARGV[at], ARGV[at + 1]
  local record = KEYS[FIRST_RECORD + (at - FIRST) / SIZE]
  local due, keepMillis, mustBeNew, id, method =
    string.match(facts, '^(%S+) (%S+) (%S+) (%S+) (.*)$')
  local known = methods[id] or redis.call('HGET', record, 'method')
  local waits = tonumber(due) > now
  local letter = 'N'
  if known then
    letter = (mustBeNew == '1' or known ~= method) and 'T' or 'J'
  elseif (waits and places or room) <= 0 then
    letter = 'F'
  else
    methods[id] = method
    if waits then places = places - 1 else room = room - 1 end
    submitted[#submitted + 1] = {record, id, method, request, tonumber(due), tonumber(keepMillis)}
  end
  letters[#letters + 1] = letter
end

local pushed, places, index, longest, clock = {}, {}, {}, 0, text(now)
for _, call in ipairs(submitted) do
  local record, id, method, request, due, keepMillis = unpack(call)
  local lasts = math.max(due - now, 0) + 2 * waitMillis + keepMillis
  longest = math.max(longest, lasts)
  index[#index + 1] = clock
  index[#index + 1] = id
  if due > now then
    redis.call('HSET', record, 'state', 'SCHEDULED', 'method', method, 'submitted', clock,
      'due', text(due))
    places[#places + 1] = text(due)
    places[#places + 1] = request
  else
    redis.call('HSET', record, 'state', 'WAITING', 'method', method, 'submitted', clock)
    pushed[#pushed + 1] = request
  end
  redis.call('PEXPIRE', record, text(lasts))
end
schedule(later, places, waitMillis, channel)
if #pushed > 0 then
  redis.call('LPUSH', queue, unpack(pushed))
  if redis.call('ZCOUNT', providers, now, '+inf') == 0 then live(queue, waitMillis) end
end
if #index > 0 then
  redis.call('ZADD', calls, unpack(index))
  local over = listed + #submitted - listBound
  if over > 0 then redis.call('ZREMRANGEBYRANK', calls, 0, over - 1) end
  live(calls, longest)
end
local answer = table.concat(letters)
redis.call('SET', memory, number .. ':' .. answer, 'PX', rememberMillis)
return {answer}
