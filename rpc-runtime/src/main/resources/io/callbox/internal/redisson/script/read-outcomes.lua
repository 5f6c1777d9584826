-- Reads the outcomes of durable calls. A key that is no record counts as an unknown call.
--
-- KEYS      records
-- ARGV      none
-- Answer    a text for each: C and the result, F, how often it was begun, a space and the error, X and
--           how often it was begun if it is cancelled, W if it has not ended, nothing if it is not
--           known
-- Called by RedissonCalls.outcomes
-- Twice     as once
-- @include text
-- @include whole

local outcomes = {}
for index, record in ipairs(KEYS) do
  local known = redis.pcall('HMGET', record, 'state', 'attempts', 'result', 'error')
  if known.err and not string.find(known.err, '^WRONGTYPE') then return known end
  local state, attempts, result, failure = unpack(known)
  local begun = text(math.min(whole(attempts), 1e9))
  local outcome = state and 'W' or ''
  if state == 'COMPLETED' then
    outcome = 'C' .. (result or '')
  elseif state == 'FAILED' then
    outcome = 'F' .. begun .. ' ' .. (failure or '')
  elseif state == 'CANCELLED' then
    outcome = 'X' .. begun
  end
  outcomes[index] = outcome
end
return outcomes
