package io.callbox.testing;

import io.callbox.node.RpcNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A node in a process of its own, which can be killed as a crash would, or frozen and thawed. */
public final class WorkerProcess implements AutoCloseable {

  private final Process process;

  private WorkerProcess(Process process) {
    this.process = process;
  }

  /** Starts a process that serves {@link Tasks} and returns when it is ready. */
  public static WorkerProcess start(RedisProcess redis, String node, Path log) {
    return start(WorkerProcess.class, redis.uri(), node, log.toString());
  }

  /** Starts a process that runs this program and returns when it has said that it is ready. */
  public static WorkerProcess start(Class<?> program, String... arguments) {
    return start(program, Map.of(), arguments);
  }

  /** The same with more in its environment. */
  static WorkerProcess start(
      Class<?> program, Map<String, String> environment, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().putAll(environment);
      Process process = builder.start();
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      if (!"ready".equals(output.readLine())) {
        process.destroyForcibly();
        throw new IOException("the worker did not start");
      }
      return new WorkerProcess(process);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Ends the process at once: nothing of it is put in order. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Freezes the process, as a long pause would. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().onExit().join();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Serves until it is killed. Arguments: where Redis is, the node's id, where runs are logged. */
  public static void main(String[] args) throws InterruptedException {
    RpcNode node =
        RpcNode.builder(args[1])
            .redis(args[0])
            .lease(Duration.ofMillis(900))
            .register(new Tasks.Skeleton(new Tasks.Logged(Path.of(args[2]))))
            .start();
    System.out.println("ready");
    new CountDownLatch(1).await();
    node.close();
  }
}
