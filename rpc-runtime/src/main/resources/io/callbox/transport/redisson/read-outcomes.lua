-- Reads what durable calls have come to.
--
-- KEYS      records
-- ARGV      none
-- Answer    a text for each: C and the result, F, how often it was begun, a space and the error, X and
--           how often it was begun if it is cancelled, W if it has not ended, nothing if it is not
--           known
-- Called by RedissonCalls.outcomes
-- Twice     as once

local outcomes = {}
for index, record in ipairs(KEYS) do
  local state, attempts, result, failure =
    unpack(redis.call('HMGET', record, 'state', 'attempts', 'result', 'error'))
  local outcome = state and 'W' or ''
  if state == 'COMPLETED' then
    outcome = 'C' .. result
  elseif state == 'FAILED' then
    outcome = 'F' .. (attempts or 0) .. ' ' .. failure
  elseif state == 'CANCELLED' then
    outcome = 'X' .. (attempts or 0)
  end
  outcomes[index] = outcome
end
return outcomes
