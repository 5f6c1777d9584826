-- Defines claimNode, which claims the card of a node for one process. Returns a state ('fresh',
-- 'kept' or 'beside'), or nil, the other owner's card and its remaining time.
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
