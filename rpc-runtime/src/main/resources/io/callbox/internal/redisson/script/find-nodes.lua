-- Tells which of some nodes are there.
--
-- KEYS      1 list of nodes
-- ARGV      their names
-- Answer    the names of those that are there, each with for how many milliseconds its lease lasts
-- Called by RedissonNodeStore.look
-- Twice     as once
-- @include now

local nodes = KEYS[1]

local found = {}
for _, name in ipairs(ARGV) do
  local leaseEnd = tonumber(redis.call('ZSCORE', nodes, name) or '-1')
  if leaseEnd >= now then
    table.insert(found, name)
    table.insert(found, tostring(leaseEnd - now))
  end
end
return found
