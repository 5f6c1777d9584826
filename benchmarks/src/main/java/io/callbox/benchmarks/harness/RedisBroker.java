package io.callbox.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.embedded.RedisExecProvider;

/**
 * A real Redis without persistence: the program that {@code -Dbench.redis} names, else the embedded
 * binary. That one is linked with an allocator which costs twice as much in scripts and pushes.
 */
final class RedisBroker implements Broker {

  private static final Pattern COMMAND = Pattern.compile("cmdstat_([a-z|]+):calls=([0-9]+)");

  private final Process process;
  private final int port = Ports.free();
  private final int busPort;

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
      String binary = System.getProperty("bench.redis");
      if (binary == null) {
        binary = RedisExecProvider.defaultProvider().get().getAbsolutePath();
      }
      List<String> command = new ArrayList<>(List.of(binary, "--port", "" + port));
      command.addAll(List.of("--bind", "127.0.0.1", "--save", ""));
      if (busPort > 0) {
        String known = Files.createTempDirectory("callbox-cluster").resolve("nodes").toString();
        command.addAll(List.of("--cluster-enabled", "yes", "--cluster-port", "" + busPort));
        command.addAll(List.of("--cluster-config-file", known));
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

  /** Where other masters find this one, as {@code CLUSTER MEET} wants it. */
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
    process.destroyForcibly();
  }
}
