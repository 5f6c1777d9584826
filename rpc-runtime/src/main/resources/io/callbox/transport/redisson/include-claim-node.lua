-- Defines claimNode: makes a node's record its own. Answers a state ('fresh', 'kept' or 'beside'),
-- or nil, the other owner's record and for how long that lasts.
local function claimNode(recordKey, record, leaseMillis, mayShare)
  local other = redis.call('GET', recordKey)
  if other == record then
    redis.call('PEXPIRE', recordKey, leaseMillis)
    return 'kept'
  elseif other and mayShare then
    return 'beside'
  elseif other then
    return nil, other, redis.call('PTTL', recordKey)
  end
  redis.call('SET', recordKey, record, 'PX', leaseMillis)
  return 'fresh'
end
