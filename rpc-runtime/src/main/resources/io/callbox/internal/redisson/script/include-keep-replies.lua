-- Defines keepReplies, which bounds a reply list of this length after a push, and lets it live for
-- at least this time.
local function keepReplies(replies, length, put, keepMillis)
  if length > 100000 then redis.call('LTRIM', replies, 0, 99999) end
  if length > put then
    redis.call('PEXPIRE', replies, keepMillis, 'GT')
  elseif length > 0 then
    redis.call('PEXPIRE', replies, keepMillis)
  end
end
