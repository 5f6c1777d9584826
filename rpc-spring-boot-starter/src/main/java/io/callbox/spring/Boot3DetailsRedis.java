package io.callbox.spring;

import java.util.Optional;
import org.springframework.boot.autoconfigure.data.redis.RedisConnectionDetails;
import org.springframework.boot.autoconfigure.data.redis.RedisConnectionDetails.Standalone;
import org.springframework.core.env.Environment;

/** The counterpart of {@link DetailsRedis} in Spring Boot 3. Immutable. */
record Boot3DetailsRedis(RedisConnectionDetails details, Environment environment)
    implements SpringRedis {

  @Override
  public Optional<String> uri() {
    Standalone server = details.getStandalone();
    if (server == null) {
      throw DetailsRedis.refused("a single Redis, not a sentinel or a cluster");
    }
    if (environment.containsProperty("spring.data.redis.ssl.bundle")) {
      throw DetailsRedis.refused("the certificates that Java trusts, not an SSL bundle");
    }
    RedisUri uri =
        new RedisUri(
            server.getSslBundle() != null,
            server.getHost(),
            server.getPort(),
            server.getDatabase(),
            details.getUsername(),
            details.getPassword());
    return Optional.of(uri.text());
  }
}
