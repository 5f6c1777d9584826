package io.callbox.spring;

import java.util.Optional;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Standalone;
import org.springframework.core.env.Environment;

/**
 * The address of Redis in Spring's connection details: from properties, a Testcontainer or Docker
 * Compose. Immutable.
 */
record DetailsRedis(DataRedisConnectionDetails details, Environment environment)
    implements SpringRedis {

  @Override
  public Optional<String> uri() {
    Standalone server = details.getStandalone();
    if (server == null) {
      throw refused("a single Redis, not a sentinel or a cluster");
    }
    if (environment.containsProperty("spring.data.redis.ssl.bundle")) {
      throw refused("the certificates that Java trusts, not an SSL bundle");
    }
    RedisUri uri =
        new RedisUri(
            details.getSslBundle() != null,
            server.getHost(),
            server.getPort(),
            server.getDatabase(),
            details.getUsername(),
            details.getPassword());
    return Optional.of(uri.text());
  }

  static IllegalStateException refused(String known) {
    return new IllegalStateException(
        "of Spring's Redis settings the node understands "
            + known
            + ": make a RedissonClient bean, which it uses then");
  }
}
