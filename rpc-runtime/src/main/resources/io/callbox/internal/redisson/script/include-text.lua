-- Defines text: a number as Redis takes it, in digits.
local function text(number) return string.format('%.0f', number) end
