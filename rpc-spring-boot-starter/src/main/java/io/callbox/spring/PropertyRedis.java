package io.callbox.spring;

import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * The address of Redis in the properties {@code spring.data.redis.*}, for an application without
 * Spring's own Redis support. Immutable.
 *
 * @param environment contains the properties
 */
record PropertyRedis(Environment environment) implements SpringRedis {

  private static final String PREFIX = "spring.data.redis.";
  private static final int PORT = 6379;

  @Override
  public Optional<String> uri() {
    String url = environment.getProperty(PREFIX + "url");
    return url == null ? fromParts() : Optional.of(withPort(url));
  }

  private Optional<String> fromParts() {
    String host = environment.getProperty(PREFIX + "host");
    if (host == null) {
      return Optional.empty();
    }
    RedisUri uri =
        new RedisUri(
            environment.getProperty(PREFIX + "ssl.enabled", Boolean.class, false),
            host,
            environment.getProperty(PREFIX + "port", Integer.class, PORT),
            environment.getProperty(PREFIX + "database", Integer.class, 0),
            environment.getProperty(PREFIX + "username"),
            environment.getProperty(PREFIX + "password"));
    return Optional.of(uri.text());
  }

  /** Adds the default port if the URL has none, like Spring. */
  private static String withPort(String url) {
    int start = Math.max(url.lastIndexOf('@') + 1, url.indexOf("://") + "://".length());
    String server = url.substring(start);
    int slash = server.indexOf('/');
    String place = slash < 0 ? server : server.substring(0, slash);
    boolean hasPort = place.lastIndexOf(':') > place.lastIndexOf(']');
    String rest = slash < 0 ? "" : server.substring(slash);
    return hasPort ? url : url.substring(0, start) + place + ':' + PORT + rest;
  }
}
