package io.callbox.samples.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;
import redis.embedded.exceptions.EmbeddedRedisException;

/**
 * A real Redis on a free port of the loopback interface, which keeps nothing on disk. Its program
 * comes with the jar. Whoever starts it closes it; it also ends with this process.
 */
public final class LocalRedis implements AutoCloseable {

  private static final int TRIES = 5;

  private final RedisServer server;
  private final int port;

  private LocalRedis(RedisServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts Redis, and returns when it is ready.
   *
   * @throws EmbeddedRedisException if it does not start
   */
  public static LocalRedis start() throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        return start(freePort());
      } catch (EmbeddedRedisException refused) { // Guard against race with whoever takes the port
        if (tried == TRIES) {
          throw refused;
        }
      }
    }
  }

  /** The port it listens to. */
  public int port() {
    return port;
  }

  /** How nodes reach it. */
  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static LocalRedis start(int port) {
    RedisServer server =
        RedisServer.builder()
            .bind("127.0.0.1")
            .port(port)
            .setting("save \"\"")
            .setting("appendonly no")
            .build();
    server.start();
    return new LocalRedis(server, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
