-- Defines finish, which writes the outcome of a call into its record, tell, which notes that it has
-- ended, and announce, which publishes that. Needs now and text.
local ended, done, told = text(now), {}, {}

-- What a call that was scheduled leaves is out of date; others leave nothing.
local function finish(record, ending, outcome, keeps, due)
  local completed = ending == 'COMPLETED'
  redis.call('HSET', record, 'state', ending, 'ended', ended,
    completed and 'result' or 'error', outcome)
  if due then redis.call('HDEL', record, completed and 'error' or 'due') end
  redis.call('PEXPIRE', record, keeps)
end

local function tell(id, channel, result)
  done[#done + 1] = id
  if not channel then return end
  told[channel] = told[channel] or {}
  table.insert(told[channel], result and id .. ' ' .. result or id)
end

-- Who may not tell, or whose sender does not listen, has written the records all the same.
local function announce(doneChannel)
  for channel, results in pairs(told) do
    redis.pcall('PUBLISH', channel, table.concat(results, '\n'))
  end
  if #done > 0 then redis.call('PUBLISH', doneChannel, table.concat(done, '\n')) end
end
