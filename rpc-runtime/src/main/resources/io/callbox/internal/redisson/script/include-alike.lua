-- Defines alike, which reads facts that many calls have in common. At an index of ARGV are the
-- sizes of groups of calls, with spaces between them, followed by the facts of each group as text;
-- a given function parses the text. Returns a function that returns the facts of one call after the
-- other, and the index behind the facts.
local function alike(at, read)
  local left, facts = {}, {}
  for size in string.gmatch(ARGV[at], '%d+') do
    left[#left + 1] = tonumber(size)
    facts[#left] = read(ARGV[at + #left])
  end
  local group, kind, behind = 1, facts[1], at + #left + 1
  if #left == 1 then return function() return kind end, behind end
  return function()
    if left[group] == 0 then
      group = group + 1
      kind = facts[group]
    end
    left[group] = left[group] - 1
    return kind
  end, behind
end
