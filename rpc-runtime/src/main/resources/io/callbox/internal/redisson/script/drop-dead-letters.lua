#!lua flags=allow-oom
-- Takes dead letters off the list. The search for each begins with the oldest, because a bulk drop
-- begins there too; a search from the newest would pass all others each time.
--
-- KEYS      1 dead letters
-- ARGV      the entries
-- Answer    for each entry 1 if it was there, 0 if not
-- Called by RedissonDeadLetterStore.drop
-- Twice     the second finds the entries gone and answers 0 for each

local dropped = {}
for at, entry in ipairs(ARGV) do
  dropped[at] = tostring(redis.call('LREM', KEYS[1], -1, entry))
end
return dropped
