package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.testkit.os.Exit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that provides {@link Work}. Whoever starts it closes it, which kills it. */
final class Worker implements AutoCloseable {

  /** The time after which a dead worker is noticed. */
  static final Duration LEASE = Duration.ofSeconds(2);

  private final Process process;
  private final BufferedReader out;

  private Worker(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /** Starts a worker of Callbox without waiting for it. */
  static Worker start(String redisUri, String id, Path log) throws IOException {
    return start(List.of(), Worker.class, redisUri, id, log.toString());
  }

  /** The same, which runs so many calls at a time, on virtual threads. */
  static Worker startVirtual(String redisUri, String id, Path log, int concurrency)
      throws IOException {
    return start(
        List.of(), Worker.class, redisUri, id, log.toString(), "" + concurrency, "virtual");
  }

  /** Starts a program of this jar, by a command that runs what follows it. */
  static Worker start(List<String> wrapper, Class<?> program, String... args) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(List.of(args));
    return new Worker(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /**
   * Waits until it serves.
   *
   * @throws IOException if it ends instead
   */
  Worker awaitReady() throws IOException {
    String said = "nothing";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals("ready")) {
        drop(out);
        return this;
      }
      said = line;
    }
    throw new IOException("the worker ended before it was ready, and said: " + said);
  }

  /** Reads on, so that the worker never waits for a reader. */
  private static void drop(BufferedReader rest) {
    Thread thread =
        new Thread(
            () -> {
              try {
                rest.transferTo(Writer.nullWriter());
              } catch (IOException ended) {
                return; // with the worker, which was killed
              }
            },
            "worker-output");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends it at once, as a crash would. */
  void kill() {
    Exit.kill(process);
  }

  /** Tells it to end, and waits until it has. */
  void stop() {
    process.destroy();
    Exit.await(process);
  }

  /** Freezes it, as a long pause would. */
  void freeze() throws IOException {
    signal("STOP");
  }

  /** Lets it go on. */
  void thaw() throws IOException {
    signal("CONT");
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) throws IOException {
    Exit.await(new ProcessBuilder("kill", "-" + name, "" + process.pid()).start());
  }

  /**
   * Serves until it is told to end. Arguments: where Redis is, the node's id, the log, how many at
   * a time, and anything if on virtual threads.
   */
  public static void main(String[] args) throws InterruptedException {
    RpcNodeBuilder builder =
        RpcNode.builder(args[1])
            .redis(args[0])
            .lease(LEASE)
            .concurrency(args.length > 3 ? Integer.parseInt(args[3]) : 16)
            .register(new WorkSkeleton(new LoggedWork(Path.of(args[2]))));
    if (args.length > 4) {
      builder.executor(VirtualThreads.executor());
    }
    RpcNode node = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(node::close));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
