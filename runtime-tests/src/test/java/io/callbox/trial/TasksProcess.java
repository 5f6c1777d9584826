package io.callbox.trial;

import io.callbox.node.RpcNode;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Nodes that serve {@link Tasks}, in a process of their own or in this one. */
public final class TasksProcess {

  private TasksProcess() {}

  /** Starts one, and returns when it is ready; runs are logged in this file. */
  public static NodeProcess start(RedisServer redis, String node, Path log) {
    return NodeProcess.start(TasksProcess.class, redis.directUri(), node, log.toString());
  }

  /**
   * Starts the same node in this process, which costs far less: for those that nobody kills or
   * freezes.
   */
  public static RpcNode startHere(RedisServer redis, String node, Path log) {
    return start(redis.directUri(), node, log);
  }

  private static RpcNode start(String redis, String node, Path log) {
    return RpcNode.builder(node)
        .redis(redis)
        .lease(Duration.ofMillis(900))
        .register(new Tasks.Skeleton(new Tasks.Logged(log)))
        .start();
  }

  /** Serves until it is killed. Arguments: where Redis is, the node's id, where runs are logged. */
  public static void main(String[] args) throws InterruptedException {
    start(args[0], args[1], Path.of(args[2]));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
