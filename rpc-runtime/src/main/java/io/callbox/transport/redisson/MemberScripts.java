package io.callbox.transport.redisson;

/** The Lua scripts of the registry. Each says its keys and values; times are Redis's own. */
final class MemberScripts {

  /** Values: node, card, lease, whether it may join beside another. Sets {@code state}. */
  private static final String CLAIM_STEP =
      """
      local up = redis.call('GET', KEYS[1])
      local state = 'fresh'
      if up == ARGV[2] then
        state = 'kept'
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
      elseif up and ARGV[4] == '1' then
        state = 'beside'
      elseif up then
        return {'held', up, tostring(redis.call('PTTL', KEYS[1]))}
      else
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      end
      """;

  /**
   * The list, which is the last key, outlives the last lease by days: who comes by then sees to
   * what the others have left. Answers the state, and who is late, each with by how much.
   */
  private static final String ENLIST_STEP =
      Lua.NOW
          + """
            local list = KEYS[#KEYS]
            redis.call('ZADD', list, now + ARGV[3], ARGV[1])
            redis.call('PEXPIRE', list, math.max(2 * ARGV[3], %d))
            local answer = {state}
            local late = redis.call('ZRANGEBYSCORE', list, '-inf', '(' .. now, 'WITHSCORES', 'LIMIT', 0, 100)
            for i = 1, #late, 2 do
              table.insert(answer, late[i])
              table.insert(answer, tostring(now - late[i + 1]))
            end
            return answer
            """
              .formatted(RedissonLeaseStore.KEPT.toMillis());

  /** Keys: card, list. */
  static final String JOIN = Lua.EVEN_IF_FULL + CLAIM_STEP + ENLIST_STEP;

  /** The first half, where the keys lie in different slots. Keys: card. */
  static final String CLAIM = Lua.EVEN_IF_FULL + CLAIM_STEP + "return {state}";

  /** The second half. Keys: list. Values: as before, then the state. */
  static final String ENLIST = Lua.EVEN_IF_FULL + "local state = ARGV[5]\n" + ENLIST_STEP;

  /** Keys: card. Values: node, card. Answers whether it was up. */
  static final String TAKE_DOWN =
      """
      if redis.call('GET', KEYS[1]) ~= ARGV[2] then return 0 end
      return redis.call('DEL', KEYS[1])
      """;

  /** Keys: list. Values: node. */
  static final String STRIKE_OFF = "return redis.call('ZREM', KEYS[1], ARGV[1])";

  /** Keys: list. Values: node. Answers whether it was late, and is off the list now. */
  static final String FORGET =
      Lua.NOW
          + """
            local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
            if not score or tonumber(score) >= now then return 0 end
            return redis.call('ZREM', KEYS[1], ARGV[1])
            """;

  /** Keys: list. Answers who is there, each with how long their time lasts. */
  static final String LIST =
      Lua.NOW
          + """
            local here = redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf', 'WITHSCORES')
            for i = 2, #here, 2 do
              here[i] = tostring(here[i] - now)
            end
            return here
            """;

  private MemberScripts() {}
}
