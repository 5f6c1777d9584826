package io.callbox.transport.redisson;

/** The Lua scripts. Each says its keys and values; all times are Redis's own, in milliseconds. */
final class Lua {

  /** Sets {@code now}. */
  private static final String NOW =
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
   */
  static final String PUSH =
      """
      local last = redis.call('GET', KEYS[3])
      if last then
        local number, accepted = string.match(last, '(%%d+):(-?%%d+)')
        if tonumber(number) >= tonumber(ARGV[3]) then return tonumber(accepted) end
      end
      local accepted = -1
      local provided = ARGV[1] == '1'
      if not provided then
        %s
        provided = redis.call('ZCOUNT', KEYS[2], now, '+inf') > 0
      end
      if provided then
        local room = tonumber(ARGV[2]) - redis.call('LLEN', KEYS[1])
        local last = math.min(#ARGV, 4 + math.max(room, 0))
        for i = 5, last, 1000 do
          redis.call('LPUSH', KEYS[1], unpack(ARGV, i, math.min(i + 999, last)))
        end
        accepted = last - 4
      end
      redis.call('SET', KEYS[3], ARGV[3] .. ':' .. accepted, 'PX', ARGV[4])
      return accepted
      """
          .formatted(NOW);

  /**
   * Keys: queue, attempts. Values: the message, the longest queue to look through. Answers whether
   * it was there, and nobody had taken it before: one that was put back may have run.
   */
  static final String WITHDRAW =
      """
      if redis.call('LLEN', KEYS[1]) > tonumber(ARGV[2]) then return 0 end
      if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 0 then return 0 end
      return 1 - redis.call('HEXISTS', KEYS[2], redis.sha1hex(ARGV[1]))
      """;

  /**
   * Keys: reply queue, then the lists of taken requests. Values: how long to keep the queue, then
   * for each answer the index of its list or 0, its request, and its response. Answers how many
   * responses were put.
   */
  static final String REPLY =
      """
      local responses = {}
      for i = 2, #ARGV, 3 do
        local taken = tonumber(ARGV[i])
        if taken == 0 or redis.call('LREM', KEYS[taken], -1, ARGV[i + 1]) == 1 then
          responses[#responses + 1] = ARGV[i + 2]
        end
      end
      for i = 1, #responses, 1000 do
        redis.call('LPUSH', KEYS[1], unpack(responses, i, math.min(i + 999, #responses)))
      end
      if #responses > 0 then
        redis.call('LTRIM', KEYS[1], 0, 99999)
        if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then
          redis.call('PEXPIRE', KEYS[1], ARGV[1])
        end
      end
      return #responses
      """;

  /** Keys: list of taken requests. Values: requests. Answers how many were there. */
  static final String ACKNOWLEDGE =
      """
      local acknowledged = 0
      for i = 1, #ARGV do
        acknowledged = acknowledged + redis.call('LREM', KEYS[1], -1, ARGV[i])
      end
      return acknowledged
      """;

  /**
   * Keys: queue, list of taken requests if they are held. Values: how many at most. Answers what
   * was taken.
   */
  static final String TAKE =
      """
      local taken = redis.call('RPOP', KEYS[1], ARGV[1])
      if not taken then return {} end
      if KEYS[2] then redis.call('LPUSH', KEYS[2], unpack(taken)) end
      return taken
      """;

  /**
   * Keys: queue, list of taken requests if they are held. Values: a request, which goes back to be
   * taken next.
   */
  static final String HAND_BACK =
      """
      if KEYS[2] and redis.call('LREM', KEYS[2], 1, ARGV[1]) == 0 then return 0 end
      return redis.call('RPUSH', KEYS[1], ARGV[1])
      """;

  /**
   * Keys: the providers of queues. Values: a worker, how long its leases last. Answers the index of
   * a set and the name of a worker, for each whose lease has ended.
   */
  static final String RENEW =
      NOW
          + """
            local ended = {}
            for i = 1, #KEYS do
              redis.call('ZADD', KEYS[i], now + ARGV[2], ARGV[1])
              for _, worker in ipairs(redis.call('ZRANGEBYSCORE', KEYS[i], '-inf', '(' .. now)) do
                table.insert(ended, tostring(i))
                table.insert(ended, worker)
              end
            end
            return ended
            """;

  /** Keys: the providers of queues. Values: a worker. */
  static final String RELEASE =
      """
      for i = 1, #KEYS do
        redis.call('ZREM', KEYS[i], ARGV[1])
      end
      return 1
      """;

  /**
   * Keys: providers, what the dead worker had taken, what its heir has taken. Values: the dead
   * worker. Answers the requests that changed hands, the oldest first.
   */
  static final String TAKE_OVER =
      NOW
          + """
            local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
            if not score or tonumber(score) >= now then return {} end
            local moved = {}
            local request = redis.call('RPOPLPUSH', KEYS[2], KEYS[3])
            while request do
              table.insert(moved, request)
              request = redis.call('RPOPLPUSH', KEYS[2], KEYS[3])
            end
            redis.call('ZREM', KEYS[1], ARGV[1])
            return moved
            """;

  /**
   * Keys: queue, list of taken requests, attempts, dead list. Values: a request, how often it may
   * be delivered, what to say of it when it is dead, how long attempts are remembered. Answers
   * whether it was put back.
   */
  static final String REQUEUE =
      """
      if redis.call('LREM', KEYS[2], -1, ARGV[1]) == 0 then return 1 end
      local id = redis.sha1hex(ARGV[1])
      local delivered = redis.call('HINCRBY', KEYS[3], id, 1)
      redis.call('PEXPIRE', KEYS[3], ARGV[4])
      if delivered >= tonumber(ARGV[2]) then
        redis.call('HDEL', KEYS[3], id)
        redis.call('LPUSH', KEYS[4], ARGV[3])
        redis.call('LTRIM', KEYS[4], 0, 9999)
        return 0
      end
      redis.call('RPUSH', KEYS[1], ARGV[1])
      return 1
      """;

  /** Keys: list of taken requests. Answers them all. */
  static final String HELD = "return redis.call('LRANGE', KEYS[1], 0, -1)";

  /** Keys: dead list. Values: what to say. */
  static final String BURY =
      """
      redis.call('LPUSH', KEYS[1], ARGV[1])
      redis.call('LTRIM', KEYS[1], 0, 9999)
      return 1
      """;

  /** Keys: providers. Answers the names of those whose lease lasts. */
  static final String PROVIDERS = NOW + "return redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf')";

  private Lua() {}
}
