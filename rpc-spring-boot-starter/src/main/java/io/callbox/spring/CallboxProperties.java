package io.callbox.spring;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The properties of an application's node. Immutable.
 *
 * @param enabled Whether to start a node, serve beans and inject stubs.
 * @param redis The Redis of the node.
 * @param node The identity of the node.
 * @param namespace Prefix of every key, so that several environments can share a Redis. None by
 *     default.
 * @param timeout The timeout of calls that have no other timeout.
 * @param concurrency The maximum number of requests that the node has in hand, running or about to
 *     run. By default 256, and up to 1,024 while they are quick.
 * @param clients Settings for calls of a service, by its name or the simple name of its interface.
 */
@ConfigurationProperties("callbox")
record CallboxProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue Redis redis,
    @DefaultValue Node node,
    @Nullable String namespace,
    @DefaultValue("30s") Duration timeout,
    @Nullable Integer concurrency,
    @DefaultValue Map<String, Client> clients) {

  /**
   * The Redis of the node.
   *
   * @param uri Redis to connect to: redis://[user:password@]host:port[/database], or rediss:// for
   *     TLS. Without it, the node uses a RedissonClient bean, else the properties
   *     "spring.data.redis".
   */
  record Redis(@Nullable String uri) {}

  /**
   * The identity of the node.
   *
   * @param id The id of the node. By default "spring.application.name", a hyphen and a random part,
   *     so that replicas have different ids.
   */
  record Node(@Nullable String id) {}

  /**
   * Settings for calls of a service.
   *
   * @param node The one node to call. By default, any node that provides the service.
   * @param timeout The timeout of each call. By default the timeout of its method, else
   *     "callbox.timeout".
   * @param waitForProvider Whether calls wait in Redis, within their timeout, while no node
   *     provides the service, instead of failing at once.
   */
  record Client(
      @Nullable String node,
      @Nullable Duration timeout,
      @Name("wait") @DefaultValue("false") boolean waitForProvider) {

    static final Client DEFAULT = new Client(null, null, false);

    Client {
      if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
        throw new IllegalArgumentException("a timeout must be positive, got " + timeout);
      }
    }
  }
}
