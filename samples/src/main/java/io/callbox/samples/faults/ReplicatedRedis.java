package io.callbox.samples.faults;

import io.callbox.samples.demo.PlainRedis;
import io.callbox.testkit.os.Exit;
import io.callbox.testkit.redis.RedisProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * A real Redis with a replica, and a sentinel that makes the replica master when the master is
 * gone. Not safe for use by many threads. Whoever starts it closes it.
 */
final class ReplicatedRedis implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final String NAME = "faults";

  private final Path folder;
  private final Map<Integer, Process> processes = new HashMap<>();
  private final List<RedissonClient> clients = new ArrayList<>();
  private final int sentinel;
  private int master;
  private int replica;

  private ReplicatedRedis(Path folder) throws IOException {
    this.folder = folder;
    this.master = freePort();
    this.replica = freePort();
    this.sentinel = freePort();
    launch(master, List.of("--port", "" + master, "--repl-diskless-sync-delay", "0"));
    await(master, "replication", "role:master");
    follow();
    launch(sentinel, List.of(watching().toString(), "--sentinel"));
    await(sentinel, "sentinel", "slaves=1");
  }

  /** Starts the three, and waits until the sentinel knows the other two. */
  static ReplicatedRedis start(Path folder) throws IOException {
    return new ReplicatedRedis(folder);
  }

  /** A client that follows the sentinel; ends with this object. */
  RedissonClient client() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .useSentinelServers()
        .setMasterName(NAME)
        .addSentinelAddress("redis://127.0.0.1:" + sentinel)
        .setCheckSentinelsList(false)
        .setScanInterval(500)
        .setMasterConnectionMinimumIdleSize(1)
        .setSlaveConnectionMinimumIdleSize(1);
    RedissonClient client = Redisson.create(config);
    clients.add(client);
    return client;
  }

  /** Kills the master, and waits until the replica has taken its place and has one of its own. */
  void failOver() throws IOException {
    int gone = master;
    kill(gone);
    await(replica, "replication", "role:master");
    await(sentinel, "sentinel", "status=ok,address=127.0.0.1:" + replica);
    master = replica;
    replica = gone;
    follow();
  }

  private void follow() throws IOException {
    launch(
        replica,
        List.of(
            "--port", "" + replica,
            "--replicaof", "127.0.0.1 " + master,
            "--repl-diskless-sync-delay", "0"));
    await(replica, "replication", "master_link_status:up");
    await(master, "replication", "state=online");
  }

  private Path watching() throws IOException {
    String config =
        """
        port %2$d
        sentinel monitor %1$s 127.0.0.1 %3$d 1
        sentinel down-after-milliseconds %1$s 1000
        sentinel failover-timeout %1$s 5000
        """;
    return Files.writeString(
        folder.resolve("sentinel.conf"), config.formatted(NAME, sentinel, master));
  }

  private void launch(int port, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(RedisProgram.file().toString());
    command.addAll(options);
    if (port != sentinel) {
      command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", folder.toString()));
    }
    Path log = folder.resolve("redis-" + port + ".log");
    processes.put(
        port,
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  private void await(int port, String section, String wanted) throws IOException {
    long start = System.nanoTime();
    while (!info(port, section).contains(wanted)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException(port + " does not say " + wanted);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Nothing while it is not there. */
  private static String info(int port, String section) {
    try (PlainRedis connection = PlainRedis.connect(port)) {
      return connection.command("INFO", section).get(0);
    } catch (IOException notYet) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void kill(int port) {
    Process process = processes.get(port);
    if (process != null) {
      Exit.kill(process);
    }
  }

  @Override
  public void close() {
    clients.forEach(client -> client.shutdown(0, 2, TimeUnit.SECONDS));
    List.copyOf(processes.keySet()).forEach(this::kill);
  }
}
