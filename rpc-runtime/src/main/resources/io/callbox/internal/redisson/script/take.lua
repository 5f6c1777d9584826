#!lua flags=allow-oom
-- Takes messages that are there, the oldest first, without waiting. Looks at a few messages at a
-- time, at more if they are small, because each look copies a message even if it does not take it.
--
-- KEYS      1 queue, 2 list of taken requests, if they are held
-- ARGV      1 how many messages at most, 2 how many bytes at most, 3 how long the list of taken
--           requests is kept (ms)
-- Answer    the messages, the oldest first
-- Called by TakeScript.take
-- Twice     the second takes the next messages

local queue, taken = KEYS[1], KEYS[2]
local left, bytes, keepMillis = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local FEW, MANY = 4, 32

local all, step = {}, FEW
while left > 0 and bytes > 0 do
  local look = math.min(step, left)
  local seen = redis.call('LRANGE', queue, -look, -1)
  local part, largest = {}, 0
  for i = #seen, 1, -1 do
    if bytes <= 0 then break end
    bytes = bytes - #seen[i]
    largest = math.max(largest, #seen[i])
    part[#part + 1] = seen[i]
    all[#all + 1] = seen[i]
  end
  if #part > 0 then
    if taken then redis.call('LPUSH', taken, unpack(part)) end
    redis.call('LTRIM', queue, 0, -#part - 1)
  end
  if #seen < look then break end
  left = left - #part
  step = bytes > MANY * largest and MANY or FEW
end
if taken and #all > 0 then redis.call('PEXPIRE', taken, keepMillis) end
return all
