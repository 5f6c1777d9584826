-- Defines enlistNode: puts a node on the list of nodes. Answers the state; how many words tell of
-- paused services, and these; how many tell of services that are spread, and these; and the nodes
-- that are late, each with by how much (ms). The list outlives the last lease by days: a node that
-- comes by then sees to what the others have left.
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
