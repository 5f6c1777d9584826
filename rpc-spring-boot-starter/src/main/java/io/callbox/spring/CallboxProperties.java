package io.callbox.spring;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What an application's properties say of its node. Immutable.
 *
 * @param enabled Whether to start a node, serve beans and inject stubs.
 * @param redis Where Redis is.
 * @param node What the node is called.
 * @param namespace Prefix of every key, so that several environments can share a Redis. None by
 *     default.
 * @param timeout How long calls may take that say nothing else.
 * @param concurrency How many requests the node has in hand at most, running or about to. By
 *     default 256, and up to 1,024 while they are quick.
 * @param clients How to call a service, by its name or its interface's simple name.
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
   * Where Redis is.
   *
   * @param uri Redis to connect to: redis://[user:password@]host:port[/database], or rediss:// for
   *     TLS. Without it, a RedissonClient bean is used, else what "spring.data.redis" says.
   */
  record Redis(@Nullable String uri) {}

  /**
   * What the node is called.
   *
   * @param id What other nodes call this one by. By default "spring.application.name", a hyphen and
   *     a random part, so that replicas differ.
   */
  record Node(@Nullable String id) {}

  /**
   * How to call a service.
   *
   * @param node The one node to call. By default, any node that provides the service.
   * @param timeout How long each call may take. By default as long as its method says, else
   *     "callbox.timeout".
   * @param waitForProvider Whether calls wait in Redis, within their timeout, while no node
   *     provides the service, instead of being refused at once.
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
