-- Defines whole, which returns a member of a record as a whole number; 0 if it is no number, is
-- negative, or is 2^53 or more. Any program that submits calls may have written the record.
local function whole(said)
  local number = tonumber(said)
  return number and number >= 0 and number < 2 ^ 53 and math.floor(number) or 0
end
