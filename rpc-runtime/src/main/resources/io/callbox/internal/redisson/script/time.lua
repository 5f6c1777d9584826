-- Tells Redis's time.
--
-- KEYS      none that exists; the first names the slot
-- ARGV      none
-- Answer    milliseconds of the epoch
-- Called by SampledClock.of
-- Twice     as once
-- @include now

return now
