-- Defines releaseRange: removes requests that lie side by side from a list of taken requests, and
-- answers whether they were there. They are named by their number, the oldest and the newest. What
-- comes twice in a list names nothing: a foreign client may send so. One by itself is named by its
-- bytes, or by how it begins, with its length in place of the newest: then it is looked for among
-- the oldest few.
local function releaseLong(taken, beginning, length)
  for at = -1, -4, -1 do
    local held = redis.call('LINDEX', taken, at)
    if not held then return false end
    if #held == length and string.sub(held, 1, #beginning) == beginning then
      if at == -1 then
        redis.call('LTRIM', taken, '0', '-2')
      else
        redis.call('LREM', taken, '-1', held)
      end
      return true
    end
  end
  return false
end
local function releaseRange(taken, count, oldest, newest)
  if count == 1 and newest == '' then return redis.call('LREM', taken, '-1', oldest) == 1 end
  if count == 1 then return releaseLong(taken, oldest, tonumber(newest)) end
  local length = redis.call('LLEN', taken)
  if length > 1000 then return false end
  local found = redis.call('LPOS', taken, oldest, 'RANK', '-1', 'COUNT', '2')
  if #found ~= 1 then return false end
  local from = found[1] - count + 1
  if from < 0 or redis.call('LINDEX', taken, from) ~= newest then return false end
  if found[1] == length - 1 then
    redis.call('LTRIM', taken, '0', -count - 1)
  else
    for _, request in ipairs(redis.call('LRANGE', taken, from, found[1])) do
      redis.call('LREM', taken, '-1', request)
    end
  end
  return true
end
