-- Defines putDeadLetter: puts an entry on the bounded list of dead letters.
local function putDeadLetter(deadLetters, entry, keepMillis)
  redis.call('LPUSH', deadLetters, entry)
  redis.call('LTRIM', deadLetters, 0, 9999)
  redis.call('PEXPIRE', deadLetters, keepMillis)
end
