-- Defines heldOf, which looks for requests side by side in a list of taken requests: from an index
-- on towards older ones, or from the oldest on towards newer ones if there is none. Answers which of
-- those asked for it has come upon, request to number, and how many these are. It ends at the first
-- request that is not asked for. It looks at no more requests in vain than it has found, plus four,
-- because each look copies a request.
local function heldOf(taken, index, wanted, most)
  local seen, found, step = {}, 0, 4
  while found < most do
    local last = math.min(found + step, most) - 1
    local part = index and redis.call('LRANGE', taken, index + found, index + last)
      or redis.call('LRANGE', taken, -1 - last, -1 - found)
    for at = 1, #part do
      local request = part[index and at or #part + 1 - at]
      local times = (seen[request] or 0) + 1
      if times > (wanted[request] or 0) then return seen, found end
      seen[request] = times
      found = found + 1
    end
    if #part < step then break end
    step = found
  end
  return seen, found
end
