-- Defines enlistNode, which puts a node on the list of nodes. Returns the state; the number of
-- words about paused services, and these words; the number of words about spread services, and
-- these words; and the late nodes, each with its delay (ms). The list outlives the last lease by
-- days, so that a node that starts later handles the requests that others have left.
local function enlistNode(nodes, paused, spread, node, leaseMillis, keepMillis, state)
  redis.call('ZADD', nodes, now + leaseMillis, node)
  redis.call('PEXPIRE', nodes, math.max(2 * leaseMillis, keepMillis))
  local answer = {state}
  local any = redis.call('EXISTS', paused, spread) > 0
  for _, settings in ipairs({paused, spread}) do
    local words = any and redis.call('HGETALL', settings) or {}
    table.insert(answer, tostring(#words))
    for _, word in ipairs(words) do table.insert(answer, word) end
  end
  local late = redis.call('ZRANGEBYSCORE', nodes, '-inf', '(' .. now, 'WITHSCORES', 'LIMIT', 0, 100)
  for i = 1, #late, 2 do
    table.insert(answer, late[i])
    table.insert(answer, tostring(now - late[i + 1]))
  end
  return answer
end
