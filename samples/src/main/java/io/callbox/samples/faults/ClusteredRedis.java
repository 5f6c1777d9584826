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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;

/**
 * A real Redis Cluster of three masters that keep everything on disk. Each can be killed, started
 * again, and frozen. Not safe for use by many threads. Whoever starts it closes it.
 */
final class ClusteredRedis implements AutoCloseable {

  static final int MASTERS = 3;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int SLOTS = 16_384;

  private final Path folder;
  private final List<Integer> ports = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();
  private final List<RedissonClient> clients = new ArrayList<>();

  private ClusteredRedis(Path folder) throws IOException {
    this.folder = folder;
    for (int master = 0; master < MASTERS; master++) {
      ports.add(freePort());
      Files.createDirectory(folderOf(master));
      processes.add(launch(master));
    }
    for (int master = 0; master < MASTERS; master++) {
      int first = SLOTS * master / MASTERS;
      int last = SLOTS * (master + 1) / MASTERS - 1;
      command(master, "CLUSTER", "ADDSLOTSRANGE", "" + first, "" + last);
      command(master, "CLUSTER", "SET-CONFIG-EPOCH", "" + (master + 1));
      command(master, "CLUSTER", "MEET", "127.0.0.1", "" + ports.get(0));
    }
    for (int master = 0; master < MASTERS; master++) {
      awaitKnown(master);
    }
  }

  /** Starts the masters, and waits until each knows the others. */
  static ClusteredRedis start(Path folder) throws IOException {
    return new ClusteredRedis(folder);
  }

  /** A client of the cluster; ends with this object. */
  RedissonClient client() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    ClusterServersConfig cluster = config.useClusterServers();
    cluster
        .setScanInterval(500)
        .setMasterConnectionMinimumIdleSize(1)
        .setSlaveConnectionMinimumIdleSize(1);
    ports.forEach(port -> cluster.addNodeAddress("redis://127.0.0.1:" + port));
    RedissonClient client = Redisson.create(config);
    clients.add(client);
    return client;
  }

  /** The number of the master that has a key. */
  int masterOf(String key) throws IOException {
    return Integer.parseInt(command(0, "CLUSTER", "KEYSLOT", key).get(0)) * MASTERS / SLOTS;
  }

  /** Ends a master at once. */
  void kill(int master) {
    Exit.kill(processes.get(master));
  }

  /** Starts a master again with what it has kept. */
  void restart(int master) throws IOException {
    processes.set(master, launch(master));
  }

  /** Stops a master while its connections stay open. */
  void freeze(int master) throws IOException {
    signal(master, "STOP");
  }

  /** Lets a frozen master go on. */
  void thaw(int master) throws IOException {
    signal(master, "CONT");
  }

  private void signal(int master, String name) throws IOException {
    String process = "" + processes.get(master).pid();
    Exit.await(new ProcessBuilder("kill", "-" + name, process).start());
  }

  private Process launch(int master) throws IOException {
    List<String> command =
        List.of(
            RedisProgram.file().toString(),
            "--port",
            "" + ports.get(master),
            "--bind",
            "127.0.0.1",
            "--dir",
            folderOf(master).toString(),
            "--save",
            "",
            "--appendonly",
            "yes",
            "--cluster-enabled",
            "yes",
            "--cluster-require-full-coverage",
            "no");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(folderOf(master).resolve("redis.log").toFile()))
        .start();
  }

  private Path folderOf(int master) {
    return folder.resolve("master-" + master);
  }

  private void awaitKnown(int master) throws IOException {
    long start = System.nanoTime();
    while (!knowsAll(command(master, "CLUSTER", "INFO").get(0))) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException("master " + master + " does not join the cluster");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static boolean knowsAll(String info) {
    return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + MASTERS);
  }

  /** Waits for a master that has just been started. */
  private List<String> command(int master, String... words) throws IOException {
    long start = System.nanoTime();
    while (true) {
      try (PlainRedis connection = PlainRedis.connect(ports.get(master))) {
        return connection.command(words);
      } catch (IOException notYet) {
        if (System.nanoTime() - start > PATIENCE_NANOS) {
          throw notYet;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  /** Low enough that the port of the cluster's own connections, 10,000 above, is one, too. */
  private static int freePort() throws IOException {
    while (true) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (free.getLocalPort() < 55_535) {
          return free.getLocalPort();
        }
      }
    }
  }

  @Override
  public void close() {
    clients.forEach(client -> client.shutdown(0, 2, TimeUnit.SECONDS));
    processes.forEach(Exit::kill);
  }
}
