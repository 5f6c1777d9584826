-- Submits durable calls: joins, refuses, queues or schedules each. Decides before it writes, and
-- looks at each key first, so that it fails before it writes.
--
-- KEYS      1 queue, 2 schedule, 3 list of calls, 4 what its sender pushed last, 5 providers, 6..
--           records
-- ARGV      1-3 the bounds of queue, schedule and list, 4 the number of the push, 5 for how long to
--           remember it (ms), 6 how long a call waits at most (ms), 7 the channel of those who move
--           what is due, 8 how many characters of a record's name come before the id, 9 the sizes of
--           groups of alike calls, with spaces between them, for each group: due time (0 for now),
--           how long a call is kept (ms), whether it must be new (1) or may join (0) and method,
--           with spaces between them; then for each record: request
-- Answer    a text of a letter for each: N new, J joined, T taken, F full
-- Called by RedissonCalls.submit
-- Twice     the second finds the number remembered, submits nothing and answers as the first
-- @include now
-- @include text
-- @include schedule
-- @include alike
-- @include last-push

local queue, later, calls, memory, providers = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local queueBound, laterBound, listBound = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local number, rememberMillis, waitMillis, channel = ARGV[4], ARGV[5], tonumber(ARGV[6]), ARGV[7]
local idAt, FIRST_RECORD, FIRST_KIND = ARGV[8] + 1, 6, 9

local lastNumber, lastAnswer, last = lastPush(memory)
if lastNumber and lastNumber >= tonumber(number) and #lastAnswer == #KEYS - FIRST_RECORD + 1 then
  return {lastAnswer}
end

local clock = text(now)
local nextKind, FIRST_REQUEST = alike(FIRST_KIND, function(facts)
  local due, keepMillis, mustBeNew, method = string.match(facts, '^(%S+) (%S+) (%S+) (.*)$')
  due = tonumber(due)
  local lasts = math.max(due - now, 0) + 2 * waitMillis + tonumber(keepMillis)
  return {method = method, mustBeNew = mustBeNew == '1', due = due > now and text(due),
    lasts = lasts, expiry = text(lasts)}
end)

local room = queueBound - redis.call('LLEN', queue)
local places = laterBound - redis.call('ZCARD', later)
local listed = redis.call('ZCARD', calls)
-- A user without the right to ask for all at once asks for each; the check before leaves no entry
-- in Redis's log of refusals.
local function may(...) return not redis.acl_check_cmd or redis.acl_check_cmd(...) end
local several = #KEYS > FIRST_RECORD
local allNew = several and may('EXISTS', KEYS[FIRST_RECORD])
  and redis.call('EXISTS', unpack(KEYS, FIRST_RECORD)) == 0
local new, methods, letters = {}, {}, {}
local pushed, waiting, index, longest = {}, {}, {}, 0
for at = FIRST_RECORD, #KEYS do
  local record, kind = KEYS[at], nextKind()
  local known = methods[record] or not allNew and redis.call('HGET', record, 'method')
  local letter = 'N'
  if known then
    letter = (kind.mustBeNew or known ~= kind.method) and 'T' or 'J'
  elseif (kind.due and places or room) <= 0 then
    letter = 'F'
  else
    local request = ARGV[FIRST_REQUEST + at - FIRST_RECORD]
    methods[record] = kind.method
    new[at] = kind
    longest = math.max(longest, kind.lasts)
    index[#index + 1] = clock
    index[#index + 1] = string.sub(record, idAt)
    if kind.due then
      places = places - 1
      waiting[#waiting + 1] = kind.due
      waiting[#waiting + 1] = request
    else
      room = room - 1
      pushed[#pushed + 1] = request
    end
  end
  letters[#letters + 1] = letter
end

if #waiting > 0 then redis.call('ZRANGE', later, 0, 0) end
local served = redis.call('ZCOUNT', providers, now, '+inf') > 0

-- Alike calls get a copy of a record that was just written, with its time to live. A user without
-- the right to copy writes each record.
local function create(record, kind)
  local model = kind.model
  if model and redis.call('COPY', model, record) == 1 then return end
  local state = kind.due and 'SCHEDULED' or 'WAITING'
  redis.call('HSET', record, 'state', state, 'method', kind.method, 'submitted', clock)
  if kind.due then redis.call('HSET', record, 'due', kind.due) end
  redis.call('PEXPIRE', record, kind.expiry)
  if allNew and may('COPY', record, record) then kind.model = record end
end

-- All writes that Redis may refuse come before the push of the requests, which cannot be undone. If
-- the push is refused, these writes are undone, because nobody may join a call without a request.
local answer = table.concat(letters)
redis.call('SET', memory, number .. ':' .. answer, 'PX', rememberMillis)
local function submit()
  if #index > 0 then
    local over = listed + #index / 2 - listBound
    if over > 0 then redis.call('ZREMRANGEBYRANK', calls, 0, over - 1) end
    redis.call('ZADD', calls, unpack(index))
    live(calls, longest)
  end
  for at = FIRST_RECORD, #KEYS do
    if new[at] then create(KEYS[at], new[at]) end
  end
  if #pushed > 0 and not served then live(queue, waitMillis) end
  schedule(later, waiting, waitMillis, channel)
  if #pushed > 0 then redis.call('LPUSH', queue, unpack(pushed)) end
end

-- Takes the new ids off the list, where they are among the newest.
local function unlist()
  local newest = redis.pcall('ZRANGE', calls, -#index, -1)
  local mine, others = {}, 0
  for at = 2, #index, 2 do mine[index[at]] = true end
  for at = #newest, 1, -1 do
    local rank = -1 - others
    if mine[newest[at]] then
      redis.pcall('ZREMRANGEBYRANK', calls, rank, rank)
    else
      others = others + 1
    end
  end
end

local done, refusal = pcall(submit)
if not done then
  for at = FIRST_RECORD, #KEYS do
    if new[at] then redis.pcall('PEXPIRE', KEYS[at], '0') end
  end
  if #index > 0 then unlist() end
  redis.call('SET', memory, last or '0:', 'PX', rememberMillis)
  return type(refusal) == 'table' and refusal or redis.error_reply(refusal)
end
-- The time to live is set again, because the queue may be new.
if #pushed > 0 and not served then live(queue, waitMillis) end
return {answer}
