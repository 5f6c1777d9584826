package io.callbox.samples.demo;

import io.callbox.testkit.redis.RedisServer;

/**
 * A real Redis on a free port of the loopback interface, which keeps nothing on disk. Its program
 * comes with the jar. Whoever starts it closes it; it also ends with this process, when hooks that
 * run then have closed it or had ten seconds.
 */
public final class LocalRedis implements AutoCloseable {

  private final RedisServer server;

  private LocalRedis(RedisServer server) {
    this.server = server;
  }

  /** Starts Redis, and returns when it is ready. */
  public static LocalRedis start() {
    return new LocalRedis(RedisServer.startUntilClosed());
  }

  /** The port it listens to. */
  public int port() {
    return server.port();
  }

  /** Returns the URI at which nodes reach it. */
  public String uri() {
    return server.directUri();
  }

  @Override
  public void close() {
    server.close();
  }
}
