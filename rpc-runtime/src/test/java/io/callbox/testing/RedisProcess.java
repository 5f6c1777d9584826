package io.callbox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;

/**
 * A real Redis on a free loopback port, from the embedded binary, with a folder of its own. Ends,
 * and its folder goes, when it is closed.
 */
public final class RedisProcess implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final List<String> options;
  private Process process;

  private RedisProcess(Path folder, int port, List<String> options) throws IOException {
    this.folder = folder;
    this.port = port;
    this.options = options;
    this.process = launch();
  }

  /**
   * Starts a Redis with these options of its command line, {@code --appendonly yes} for example.
   */
  public static RedisProcess start(String... options) {
    try {
      Path folder = Files.createTempDirectory("callbox-redis");
      return new RedisProcess(folder, freePort(), List.of(options));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts a Sentinel that alone decides when this primary is down; it calls it so. */
  static RedisProcess sentinelOf(RedisProcess primary) {
    try {
      Path folder = Files.createTempDirectory("callbox-sentinel");
      Path config = folder.resolve("sentinel.conf");
      Files.write(
          config,
          List.of(
              "sentinel monitor primary 127.0.0.1 " + primary.port + " 1",
              "sentinel down-after-milliseconds primary 500",
              "sentinel failover-timeout primary 5000"));
      return new RedisProcess(folder, freePort(), List.of(config.toString(), "--sentinel"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends one command to the server, on a connection of its own; its answer as text. */
  public String command(String... words) {
    try (RawRedis connection = RawRedis.of(this)) {
      return connection.text(words);
    }
  }

  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Kills the server, as an outage would. */
  public void kill() {
    process.destroyForcibly();
    join();
  }

  /** Freezes the server: it keeps its connections and answers nothing. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().onExit().join();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Ends the server in good order. */
  public void stop() {
    process.destroy();
    join();
  }

  /** Starts the server again on the same port and folder. */
  public void restart() {
    try {
      process = launch();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(RedisExecProvider.defaultProvider().get().getAbsolutePath());
    boolean configured = !options.isEmpty() && !options.get(0).startsWith("--");
    command.addAll(configured ? options : List.of());
    command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1"));
    command.addAll(List.of("--dir", folder.toString()));
    if (!configured) {
      command.addAll(List.of("--save", ""));
      command.addAll(options);
    }
    Process launched =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(launched::destroyForcibly)); // of a test cut off
    awaitPort(launched);
    return launched;
  }

  private void awaitPort(Process launched) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < end && launched.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
        if (socket.getInputStream().read() == '+') {
          return;
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
    throw new IOException("Redis did not start: " + Files.readString(folder.resolve("redis.log")));
  }

  private void join() {
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
