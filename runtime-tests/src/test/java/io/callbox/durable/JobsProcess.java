package io.callbox.durable;

import io.callbox.node.RpcNode;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A node in a process of its own that serves {@link Jobs}; the first run of a job is the long one.
 */
public final class JobsProcess {

  private JobsProcess() {}

  /** Starts one, and returns when it is ready; runs are logged in this file. */
  static NodeProcess start(RedisServer redis, String node, Path log) {
    return NodeProcess.start(JobsProcess.class, redis.directUri(), node, log.toString());
  }

  /** Starts the same node in this process. */
  static RpcNode startHere(RedisServer redis, String node, Path log) {
    return start(redis.directUri(), node, log);
  }

  /** Serves until it is killed. Arguments: where Redis is, the node's id, where runs are logged. */
  public static void main(String[] args) throws InterruptedException {
    start(args[0], args[1], Path.of(args[2]));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  private static RpcNode start(String redis, String node, Path log) {
    return RpcNode.builder(node)
        .redis(redis)
        .lease(Duration.ofMillis(900))
        .register(
            new Jobs.Skeleton(
                (method, number, millis) -> {
                  String run = method + ' ' + number;
                  boolean first = !Files.exists(log) || !Files.readAllLines(log).contains(run);
                  Files.writeString(
                      log, run + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                  Thread.sleep(first ? millis : 0);
                  return 2 * number;
                }))
        .start();
  }
}
