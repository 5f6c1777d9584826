-- Defines whole: what a member of a record says as a number, if it is a whole one that time and
-- counting know; else 0. A record may be written by any program that submits calls.
local function whole(said)
  local number = tonumber(said)
  return number and number >= 0 and number < 2 ^ 53 and math.floor(number) or 0
end
