-- Defines finish, which writes the outcome of a call into its record, tell, which notes that it has
-- ended, and announce, which publishes that. Needs now and text.
local ended, done, told = text(now), {}, {}

-- The error of an earlier run of a scheduled call is out of date; other calls have none.
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
  local lines = told[channel]
  if not lines then
    lines = {}
    told[channel] = lines
  end
  local at = #lines
  if at > 0 then lines[at + 1], at = '\n', at + 1 end
  lines[at + 1] = id
  if result then lines[at + 2], lines[at + 3] = ' ', result end
end

-- The records are written even if the worker may not publish, or the sender does not listen.
local function announce(doneChannel)
  for channel, lines in pairs(told) do
    redis.pcall('PUBLISH', channel, table.concat(lines))
  end
  if #done > 0 then redis.call('PUBLISH', doneChannel, table.concat(done, '\n')) end
end
