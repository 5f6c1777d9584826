-- Defines claimNode: makes a node's card its own. Answers a state ('fresh', 'kept' or 'beside'),
-- or nil, the other owner's card and for how long that lasts.
local function claimNode(cardKey, card, leaseMillis, mayShare)
  local other = redis.call('GET', cardKey)
  if other == card then
    redis.call('PEXPIRE', cardKey, leaseMillis)
    return 'kept'
  elseif other and mayShare then
    return 'beside'
  elseif other then
    return nil, other, redis.call('PTTL', cardKey)
  end
  redis.call('SET', cardKey, card, 'PX', leaseMillis)
  return 'fresh'
end
