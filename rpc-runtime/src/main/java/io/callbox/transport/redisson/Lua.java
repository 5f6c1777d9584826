package io.callbox.transport.redisson;

/** The Lua scripts. Each says its keys and values; all times are Redis's own, in milliseconds. */
final class Lua {

  /** For scripts that empty a Redis which has used up its memory, or keep alive those who do. */
  static final String EVEN_IF_FULL = "#!lua flags=allow-oom\n";

  /** Sets {@code now}. */
  static final String NOW =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      """;

  /** Answers Redis's time. */
  static final String TIME = NOW + "return now";

  /**
   * Keys: queue, providers, what its sender pushed last. Values: whether to wait for a provider,
   * the queue's bound, the number of the push, how long to remember it, the messages. Answers how
   * many messages were accepted, or -1 if nobody provides.
   *
   * <p>Decides before it writes, and remembers its decision before it pushes: if it fails, none of
   * the messages was pushed, and a push of this number may come again.
   */
  static final String PUSH =
      """
      local count = #ARGV - 4
      local last = redis.call('GET', KEYS[3])
      if last then
        local number, accepted = string.match(last, '(%d+):(-?%d+)')
        if tonumber(number) >= tonumber(ARGV[3]) then return tonumber(accepted) end
      end
      local accepted = -1
      local provided = ARGV[1] == '1'
      if not provided then
      """
          + NOW
          + """
        provided = redis.call('ZCOUNT', KEYS[2], now, '+inf') > 0
      end
      if provided then
        local room = math.max(tonumber(ARGV[2]) - redis.call('LLEN', KEYS[1]), 0)
        accepted = math.min(room, count)
      end
      redis.call('SET', KEYS[3], ARGV[3] .. ':' .. accepted, 'PX', ARGV[4])
      for i = 5, accepted + 4, 1000 do
        local to = math.min(i + 999, accepted + 4)
        local pushed = redis.pcall('LPUSH', KEYS[1], unpack(ARGV, i, to))
        if type(pushed) == 'table' then
          redis.call('SET', KEYS[3], last or '0:0', 'PX', ARGV[4])
          return pushed
        end
      end
      return accepted
      """;

  /**
   * Keys: queue, attempts. Values: the message, the longest queue to look through. Answers whether
   * it was there, and nobody had taken it before: one that was put back may have run.
   */
  static final String WITHDRAW =
      """
      if redis.call('LLEN', KEYS[1]) > tonumber(ARGV[2]) then return 0 end
      local delivered = redis.call('HEXISTS', KEYS[2], redis.sha1hex(ARGV[1]))
      return math.min(redis.call('LREM', KEYS[1], 1, ARGV[1]), 1 - delivered)
      """;

  /**
   * Keys: queue. Values: the longest queue to look through, a message, what to put in its place if
   * anything. Answers whether the message was there.
   */
  static final String REPLACE =
      EVEN_IF_FULL
          + """
      if redis.call('LLEN', KEYS[1]) > tonumber(ARGV[1]) then return 0 end
      if ARGV[3] ~= '' and redis.call('LINSERT', KEYS[1], 'BEFORE', ARGV[2], ARGV[3]) < 1 then
        return 0
      end
      return redis.call('LREM', KEYS[1], 1, ARGV[2])
      """;

  /**
   * Defines {@code release}: takes requests that lie side by side out of a list of taken ones, and
   * answers whether they were there. They are named by how many they are, the oldest of them, and
   * the newest. What comes twice in a list names nothing there: a foreign client may send so.
   */
  private static final String RELEASE_RUN =
      """
      local function release(list, count, oldest, newest)
        if count == 1 then return redis.call('LREM', list, '-1', oldest) == 1 end
        local length = redis.call('LLEN', list)
        if length > 1000 then return false end
        local found = redis.call('LPOS', list, oldest, 'RANK', '-1', 'COUNT', '2')
        if #found ~= 1 then return false end
        local from = found[1] - count + 1
        if from < 0 or redis.call('LINDEX', list, from) ~= newest then return false end
        if found[1] == length - 1 then
          redis.call('LTRIM', list, '0', -count - 1)
        else
          for _, request in ipairs(redis.call('LRANGE', list, from, found[1])) do
            redis.call('LREM', list, '-1', request)
          end
        end
        return true
      end
      """;

  /**
   * Keys: reply queue, then the lists of taken requests. Values: how long to keep the queue; the
   * number of responses to requests that nobody holds, and these; then for each run the index of
   * its list among the keys, what {@code release} asks for, and the responses. Answers how many
   * responses were put, and the indices of the runs longer than one that were not found.
   *
   * <p>Fails before it writes if the reply queue is no list.
   */
  static final String REPLY =
      EVEN_IF_FULL
          + RELEASE_RUN
          + """
          redis.call('LLEN', KEYS[1])
          local responses = {}
          local at = 2 + ARGV[2]
          for i = 3, at do
            responses[#responses + 1] = ARGV[i]
          end
          local done = {0}
          local run = 0
          while at < #ARGV do
            run = run + 1
            local count = tonumber(ARGV[at + 2])
            if release(KEYS[tonumber(ARGV[at + 1])], count, ARGV[at + 3], ARGV[at + 4]) then
              for i = at + 5, at + 4 + count do
                responses[#responses + 1] = ARGV[i]
              end
            elseif count > 1 then
              done[#done + 1] = tostring(run)
            end
            at = at + 4 + count
          end
          local length = 0
          for i = 1, #responses, 1000 do
            local last = math.min(i + 999, #responses)
            length = redis.call('LPUSH', KEYS[1], unpack(responses, i, last))
          end
          if length > 100000 then redis.call('LTRIM', KEYS[1], 0, 99999) end
          if length > #responses then
            redis.call('PEXPIRE', KEYS[1], ARGV[1], 'GT')
          elseif length > 0 then
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
          end
          done[1] = tostring(#responses)
          return done
          """;

  /**
   * Keys: list of taken requests. Values: what {@code release} asks for, of each run. Answers how
   * many requests were there, and the indices of the runs longer than one that were not found.
   */
  static final String ACKNOWLEDGE =
      EVEN_IF_FULL
          + RELEASE_RUN
          + """
          local acknowledged = 0
          local done = {0}
          for i = 1, #ARGV, 3 do
            local count = tonumber(ARGV[i])
            if release(KEYS[1], count, ARGV[i + 1], ARGV[i + 2]) then
              acknowledged = acknowledged + count
            elseif count > 1 then
              done[#done + 1] = tostring((i + 2) / 3)
            end
          end
          done[1] = tostring(acknowledged)
          return done
          """;

  private Lua() {}
}
