package io.callbox.testkit.redis;

import io.callbox.testkit.os.Exit;
import io.callbox.testkit.os.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * One process of {@link RedisProgram}, on a free port of this machine, with its own folder. Not
 * safe for use by many threads.
 */
final class RedisProcess implements AutoCloseable {

  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final int TRIES = 3;

  /** The seconds that the JVM's other shutdown hooks have. */
  private static final int CLOSE_SECONDS = 10;

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

  /** Starts a server with these options of its command line. */
  static RedisProcess start(List<String> options) {
    return start(folder(), unsaved(options));
  }

  /** Starts a process whose first option may be a file in its folder. */
  static RedisProcess start(Path folder, List<String> options) {
    RedisProcess started = launched(folder, options);
    Runtime.getRuntime().addShutdownHook(new Thread(started::close)); // of a run that is cut off
    return started;
  }

  /** Starts a server that shutdown hooks can still use, one of which closes it. */
  static RedisProcess startUntilClosed(List<String> options) {
    RedisProcess started = launched(folder(), unsaved(options));
    Runtime.getRuntime().addShutdownHook(new Thread(started::killUnlessClosed));
    return started;
  }

  private static RedisProcess launched(Path folder, List<String> options) {
    for (int tried = 1; ; tried++) {
      try {
        return new RedisProcess(folder, freePort(), options);
      } catch (IOException failure) { // race with another taker of the port
        if (tried == TRIES) {
          throw new UncheckedIOException(failure);
        }
      }
    }
  }

  private static List<String> unsaved(List<String> options) {
    List<String> all = new ArrayList<>(List.of("--save", ""));
    all.addAll(options);
    return all;
  }

  static Path folder() {
    try {
      return Files.createTempDirectory("callbox-redis");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return port;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it at once, like a crash. */
  void kill() {
    Exit.kill(process);
  }

  /**
   * Kills it, unless another shutdown hook closes it soon. Shutdown hooks run concurrently, and the
   * one that closes it may take a while.
   */
  private void killUnlessClosed() {
    try {
      process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Shuts it down, with its data on disk. */
  void stop() {
    try (RedisCommands commands = RedisCommands.to(port)) {
      commands.call("SHUTDOWN", "SAVE");
    } catch (UncheckedIOException expected) {
      // a shutdown breaks the connection
    }
    Exit.await(process);
  }

  /** Starts it again on the same port and folder, with further options. */
  void launchAgain(String... more) {
    try {
      process = launch(more);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void send(Signal signal) {
    signal.sendTo(process);
  }

  @Override
  public void close() {
    kill();
    delete();
  }

  /**
   * Deletes its folder. Guards against race between the two that may close it: a test, and a hook
   * as the JVM ends.
   */
  private synchronized void delete() {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Process launch(String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(RedisProgram.file().toString());
    command.addAll(options);
    command.addAll(List.of(more));
    command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1"));
    command.addAll(List.of("--dir", folder.toString()));
    Process launched =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    awaitAnswer(launched);
    return launched;
  }

  /**
   * Returns whether an answer comes from this process. Another one may have taken the port, and
   * answer there.
   */
  private static boolean isFrom(Process launched, String answer) {
    return Stream.concat(Stream.of(launched.toHandle()), launched.descendants())
        .anyMatch(process -> answer.contains("process_id:" + process.pid() + '\r'));
  }

  private void awaitAnswer(Process launched) throws IOException {
    long end = System.nanoTime() + START_NANOS;
    while (System.nanoTime() < end && launched.isAlive()) {
      try (RedisCommands commands = RedisCommands.to(port)) {
        if (isFrom(launched, commands.text("INFO", "server"))) {
          commands.call("PING"); // refused until all is read, unlike the other
          return;
        }
      } catch (UncheckedIOException | IllegalStateException expected) {
        // it does not listen yet, or loads its data
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    launched.destroyForcibly();
    throw new IOException("Redis did not start: " + Files.readString(folder.resolve("redis.log")));
  }
}
