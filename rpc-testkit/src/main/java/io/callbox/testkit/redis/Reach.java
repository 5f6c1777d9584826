package io.callbox.testkit.redis;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redisson.config.BaseConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.NatMapper;
import org.redisson.misc.RedisURI;

/** Configures a client of several members: through their proxies, and with short waits. */
final class Reach {

  /** The pause before a command or a connection is tried again after its connection has broken. */
  private static final Duration RETRY = Duration.ofMillis(200);

  private Reach() {}

  static Config config() {
    return new Config().setThreads(2).setNettyThreads(2);
  }

  /** Maps the ports of members to the ports of their proxies. */
  static NatMapper through(List<RedisMember> members) {
    Map<Integer, Integer> proxies = new HashMap<>();
    members.forEach(member -> proxies.put(member.port(), member.proxyPort()));
    return uri ->
        new RedisURI(
            uri.getScheme(), uri.getHost(), proxies.getOrDefault(uri.getPort(), uri.getPort()));
  }

  static void impatiently(BaseConfig<?> config) {
    config
        .setTimeout(1_500)
        .setRetryDelay(new ConstantDelay(RETRY))
        .setReconnectionDelay(new ConstantDelay(RETRY));
  }
}
