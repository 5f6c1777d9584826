package io.callbox.transport.redisson;

/**
 * The Lua scripts of leases, and of what becomes of requests whose worker has died. Each says its
 * keys and values; times are Redis's own, in milliseconds.
 *
 * <p>Whatever a worker leaves in Redis is on the list of providers, which the others work off; and
 * ends by itself some days after the last of them.
 */
final class LeaseScripts {

  /**
   * Keys: for each queue its providers, what the worker has taken from it, and the queue. Values: a
   * worker, how long its leases last, how long what it leaves is kept. Answers the index of a queue
   * and the name of a worker, for each whose lease has ended.
   */
  static final String RENEW =
      Lua.EVEN_IF_FULL
          + Lua.NOW
          + """
            local ended = {}
            for i = 1, #KEYS, 3 do
              redis.call('ZADD', KEYS[i], now + ARGV[2], ARGV[1])
              redis.call('PEXPIRE', KEYS[i], ARGV[3])
              redis.call('PEXPIRE', KEYS[i + 1], ARGV[3])
              redis.call('PERSIST', KEYS[i + 2])
              local late = redis.call('ZRANGEBYSCORE', KEYS[i], '-inf', '(' .. now, 'LIMIT', 0, 100)
              for _, worker in ipairs(late) do
                table.insert(ended, tostring((i + 2) / 3))
                table.insert(ended, worker)
              end
            end
            return ended
            """;

  /**
   * Keys: for each queue its providers, and what the worker has taken from it. Values: a worker.
   */
  static final String RELEASE =
      Lua.EVEN_IF_FULL
          + Lua.NOW
          + """
            for i = 1, #KEYS, 2 do
              if redis.call('LLEN', KEYS[i + 1]) == 0 then
                redis.call('ZREM', KEYS[i], ARGV[1])
              else
                redis.call('ZADD', KEYS[i], 'XX', now - 1, ARGV[1])
              end
            end
            return 1
            """;

  /**
   * Keys: providers, what the dead worker had taken, what its heir has taken. Values: the dead
   * worker, its heir, how many requests and how many bytes at most, how long what is left is kept.
   * Answers the requests that changed hands, the oldest first.
   */
  static final String TAKE_OVER =
      Lua.EVEN_IF_FULL
          + Lua.NOW
          + """
            local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
            if not score or tonumber(score) >= now or ARGV[1] == ARGV[2] then return {} end
            local moved, bytes = {}, tonumber(ARGV[4])
            while bytes > 0 and #moved < tonumber(ARGV[3]) do
              local request = redis.call('RPOPLPUSH', KEYS[2], KEYS[3])
              if not request then break end
              bytes = bytes - #request
              moved[#moved + 1] = request
            end
            if #moved == 0 then
              redis.call('ZREM', KEYS[1], ARGV[1])
            else
              redis.call('ZADD', KEYS[1], 'NX', now - 1, ARGV[2])
              redis.call('PEXPIRE', KEYS[3], ARGV[5])
            end
            return moved
            """;

  /**
   * Keys: queue, providers, what workers had taken whose leases have ended. Values: how long what
   * is left is kept. Answers whether nobody consumes the queue.
   */
  static final String ABANDON =
      Lua.NOW
          + """
            if redis.call('ZCOUNT', KEYS[2], now, '+inf') > 0 then return 0 end
            for i = 1, #KEYS do
              redis.call('PEXPIRE', KEYS[i], ARGV[1], 'NX')
            end
            return 1
            """;

  /**
   * Keys: list of taken requests. Values: how many of the oldest to pass over, how many requests
   * and how many bytes at most. Answers the requests, the oldest first.
   */
  static final String HELD =
      """
      local held, bytes = {}, tonumber(ARGV[3])
      local at = -1 - ARGV[1]
      while bytes > 0 and #held < tonumber(ARGV[2]) do
        local request = redis.call('LINDEX', KEYS[1], at)
        if not request then break end
        bytes = bytes - #request
        held[#held + 1] = request
        at = at - 1
      end
      return held
      """;

  /** Puts a value on a dead list, which is the last key; how long it is kept is the last value. */
  private static final String PUT_ON_DEAD_LIST =
      """
      local function deadLetter(what)
        redis.call('LPUSH', KEYS[#KEYS], what)
        redis.call('LTRIM', KEYS[#KEYS], 0, 9999)
        redis.call('PEXPIRE', KEYS[#KEYS], ARGV[#ARGV])
      end
      """;

  /**
   * Keys: queue, list of taken requests, attempts, dead list. Values: a request, how often it may
   * be delivered, what to say of it when it is dead, how long attempts are remembered, how long the
   * dead list is kept. Answers whether it was put back.
   */
  static final String REQUEUE =
      Lua.EVEN_IF_FULL
          + PUT_ON_DEAD_LIST
          + """
      if redis.call('LREM', KEYS[2], -1, ARGV[1]) == 0 then return 1 end
      local id = redis.sha1hex(ARGV[1])
      local delivered = redis.call('HINCRBY', KEYS[3], id, 1)
      redis.call('PEXPIRE', KEYS[3], ARGV[4])
      if delivered >= tonumber(ARGV[2]) then
        redis.call('HDEL', KEYS[3], id)
        deadLetter(ARGV[3])
        return 0
      end
      redis.call('RPUSH', KEYS[1], ARGV[1])
      return 1
      """;

  /** Keys: dead list. Values: what to say, how long the list is kept. */
  static final String BURY = Lua.EVEN_IF_FULL + PUT_ON_DEAD_LIST + "deadLetter(ARGV[1])\nreturn 1";

  /**
   * Keys: list of taken requests. Values: a batch, its members, which take its place. Answers
   * whether it was there; or its first member is, since the answer of an earlier attempt may have
   * been lost.
   */
  static final String SPLIT =
      Lua.EVEN_IF_FULL
          + """
      if redis.call('LREM', KEYS[1], -1, ARGV[1]) == 0 then
        return redis.call('LPOS', KEYS[1], ARGV[2]) and 1 or 0
      end
      for i = 2, #ARGV, 1000 do
        redis.call('LPUSH', KEYS[1], unpack(ARGV, i, math.min(i + 999, #ARGV)))
      end
      return 1
      """;

  /**
   * Keys: what claims a request. Values: who claims it, for how long. Answers whether nobody else
   * had claimed it.
   */
  static final String CLAIM =
      """
      local first = redis.call('SET', KEYS[1], ARGV[1], 'NX', 'GET', 'PX', ARGV[2])
      return (not first or first == ARGV[1]) and 1 or 0
      """;

  /** Keys: providers. Answers the names of those whose lease lasts. */
  static final String PROVIDERS =
      Lua.NOW + "return redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf')";

  /** Keys: providers. Answers the names of those whose lease has ended. */
  static final String ENDED =
      Lua.NOW + "return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. now, 'LIMIT', 0, 100)";

  /** Keys: providers. Answers for how many milliseconds the last of their leases lasts. */
  static final String LEFT =
      Lua.NOW
          + """
          local lasting = redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf', 'WITHSCORES')
          if #lasting == 0 then return -1 end
          return lasting[#lasting] - now
          """;

  private LeaseScripts() {}
}
