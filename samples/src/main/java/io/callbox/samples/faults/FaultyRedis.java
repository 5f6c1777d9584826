package io.callbox.samples.faults;

import io.callbox.samples.demo.PlainRedis;
import io.callbox.testkit.redis.RedisProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real Redis on a port of its own that keeps everything on disk, to be killed and started again.
 * Whoever starts it closes it.
 */
final class FaultyRedis implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Path folder;
  private final int port;
  private Process process;

  private FaultyRedis(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.process = launch();
  }

  static FaultyRedis start(Path folder) throws IOException {
    return new FaultyRedis(folder, freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** Sends one command, on a connection of its own. */
  List<String> command(String... words) throws IOException {
    try (PlainRedis connection = PlainRedis.connect(port)) {
      return connection.command(words);
    }
  }

  /** Ends the process at once. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again with what it has kept. */
  void restart() throws IOException {
    process = launch();
  }

  @Override
  public void close() {
    kill();
  }

  private Process launch() throws IOException {
    Process launched =
        new ProcessBuilder(
                RedisProgram.file().toString(),
                "--port",
                "" + port,
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                "",
                "--appendonly",
                "yes")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    awaitReady(launched);
    return launched;
  }

  private void awaitReady(Process launched) throws IOException {
    long start = System.nanoTime();
    while (launched.isAlive() && System.nanoTime() - start < PATIENCE_NANOS) {
      try {
        command("PING");
        return;
      } catch (IOException notYet) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
    throw new IOException("Redis does not start on port " + port);
  }
}
