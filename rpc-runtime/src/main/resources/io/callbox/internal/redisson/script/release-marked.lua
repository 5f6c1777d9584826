#!lua flags=allow-oom
-- Ends a transaction that has put a mark after a taken request, if it is held, and one response on a
-- reply list. Releases the request; or takes the response back, if there is no mark. If the reply
-- list is no list, it fails and only removes the mark. A mark overwrites a request that is not the
-- oldest, so that Lua need not read it; without the right to LSET, Lua reads it.
--
-- KEYS      1 reply list, 2 list of taken requests
-- ARGV      1 how long to keep the reply list (ms), 2 the mark
-- Answer    how many responses remain: 1, or 0 if the request is not held
-- Called by ReplyTransaction.put
-- Twice     never: it takes back what its own transaction has put
-- @include keep-replies

local replies, taken = KEYS[1], KEYS[2]
local keepMillis, mark = ARGV[1], ARGV[2]

local length = redis.pcall('LLEN', replies)
local isList = type(length) == 'number'
local at = redis.call('LPOS', taken, mark, 'RANK', '-1')
if at and at == redis.call('LLEN', taken) - 1 then
  redis.call('LTRIM', taken, '0', isList and '-3' or '-2')
elseif at and isList then
  local refused = redis.pcall('LSET', taken, at - 1, mark).err
  if refused then
    redis.call('LREM', taken, '-1', redis.call('LINDEX', taken, at - 1))
  end
  redis.call('LREM', taken, '-2', mark)
elseif at then
  redis.call('LREM', taken, '-1', mark)
elseif isList then
  redis.call('LTRIM', replies, '1', '-1')
end
if not isList then return length end
if not at then return 0 end
keepReplies(replies, length, 1, keepMillis)
return 1
