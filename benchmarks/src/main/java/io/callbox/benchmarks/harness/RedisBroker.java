package io.callbox.benchmarks.harness;

import io.callbox.testkit.os.Exit;
import io.callbox.testkit.redis.RedisProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A real Redis without persistence: the program that {@code -Dbench.redis} names, else the embedded
 * binary. That one is linked with an allocator which costs twice as much in scripts and pushes.
 */
final class RedisBroker implements Broker {

  private static final Pattern COMMAND = Pattern.compile("cmdstat_([a-z|]+):calls=([0-9]+)");

  private final Process process;
  private final int port = Ports.free();
  private final int busPort;

  /**
   * The file in which a member of a cluster writes down the others; null for a server on its own.
   */
  private final @Nullable Path known;

  /** On its own. */
  RedisBroker() {
    this(0);
  }

  /**
   * A server that other members of a cluster may talk to.
   *
   * @param busPort where they do; 0 for none
   */
  private RedisBroker(int busPort) {
    this.busPort = busPort;
    try {
      this.known = busPort > 0 ? Files.createTempFile("callbox-cluster", ".nodes") : null;
      String binary = System.getProperty("bench.redis");
      if (binary == null) {
        binary = RedisProgram.file().toString();
      }
      List<String> command = new ArrayList<>(List.of(binary, "--port", "" + port));
      command.addAll(List.of("--bind", "127.0.0.1", "--save", ""));
      if (known != null) {
        command.addAll(List.of("--cluster-enabled", "yes", "--cluster-port", "" + busPort));
        command.addAll(List.of("--cluster-config-file", known.toString()));
      }
      this.process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectErrorStream(true)
              .start();
      Ports.await(port, process);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A master of a cluster to be. */
  static RedisBroker ofCluster() {
    return new RedisBroker(Ports.free());
  }

  /** Returns the address for other masters, in the form of {@code CLUSTER MEET}. */
  String place() {
    return "127.0.0.1 " + port + ' ' + busPort;
  }

  @Override
  public String address() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public List<Long> pids() {
    return List.of(process.pid());
  }

  int port() {
    return port;
  }

  /** Those that clients sent and those that scripts ran, but for the asking itself. */
  @Override
  public long commands() {
    long sum = 0;
    Matcher commands = COMMAND.matcher(RedisWire.ask(port, "INFO commandstats"));
    while (commands.find()) {
      sum += commands.group(1).equals("info") ? 0 : Long.parseLong(commands.group(2));
    }
    return sum;
  }

  @Override
  public void close() {
    Exit.kill(process);
    if (known != null) {
      known.toFile().delete();
    }
  }
}
