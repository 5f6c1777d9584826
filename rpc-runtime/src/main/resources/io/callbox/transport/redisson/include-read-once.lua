-- Defines readOnce: makes of a function one that reads each text of facts once, as most calls have
-- the same.
local function readOnce(read)
  local known = {}
  return function(facts)
    if not known[facts] then known[facts] = read(facts) end
    return known[facts]
  end
end
