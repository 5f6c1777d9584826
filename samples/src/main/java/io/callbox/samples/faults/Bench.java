package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.testkit.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The surroundings of one scenario: a Redis, nodes, worker processes, and a folder for their logs.
 * Closing the bench ends and deletes all of them.
 */
final class Bench implements AutoCloseable {

  /** The timeout of calls that do not test time. */
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  final Scale scale;
  final RedisServer redis;
  final RunLogs logs;
  private final Path folder;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private Bench(Scale scale, Path folder) throws IOException {
    this.scale = scale;
    this.folder = folder;
    this.redis = RedisServer.start("--appendonly", "yes");
    this.logs = new RunLogs(folder);
  }

  static Bench open(Scale scale) throws IOException {
    return new Bench(scale, Files.createTempDirectory("callbox-faults"));
  }

  /** A node that only calls. */
  RpcNode caller() {
    return keep(RpcNode.builder("caller").redis(redis.directUri()).timeout(TIMEOUT).start());
  }

  /** A node of this process that provides {@link Work}. */
  RpcNode provider(String id, int concurrency) {
    return keep(describe(id).concurrency(concurrency).start());
  }

  /** The same, not started yet. */
  RpcNodeBuilder describe(String id) {
    return RpcNode.builder(id)
        .redis(redis.directUri())
        .lease(Worker.LEASE)
        .register(new WorkSkeleton(new LoggedWork(logs.of(id))));
  }

  /** A process that provides {@link Work}, not waited for. */
  Worker worker(String id) throws IOException {
    return keep(Worker.start(redis.directUri(), id, logs.of(id)));
  }

  /** The same, with room for as many requests as a node has unless told otherwise. */
  Worker roomyWorker(String id) throws IOException {
    return keep(
        Worker.start(
            List.of(), Worker.class, redis.directUri(), id, logs.of(id).toString(), "256"));
  }

  /** The same on virtual threads. */
  Worker virtualWorker(String id) throws IOException {
    return keep(Worker.startVirtual(redis.directUri(), id, logs.of(id), 1_000));
  }

  /** A folder of its own in that of the scenario. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  /** Has something closed with the bench. */
  <T extends AutoCloseable> T keep(T closeable) {
    open.push(closeable);
    return closeable;
  }

  @Override
  public void close() throws IOException {
    open.forEach(Bench::close);
    redis.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception failure) {
      throw new IllegalStateException("the bench cannot be cleared", failure);
    }
  }
}
