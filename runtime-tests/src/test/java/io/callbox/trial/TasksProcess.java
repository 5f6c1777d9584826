package io.callbox.trial;

import io.callbox.node.RpcNode;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A node in a process of its own that serves {@link Tasks}. */
public final class TasksProcess {

  private TasksProcess() {}

  /** Starts one, and returns when it is ready; runs are logged in this file. */
  public static NodeProcess start(RedisServer redis, String node, Path log) {
    return NodeProcess.start(TasksProcess.class, redis.directUri(), node, log.toString());
  }

  /** Serves until it is killed. Arguments: where Redis is, the node's id, where runs are logged. */
  public static void main(String[] args) throws InterruptedException {
    RpcNode.builder(args[1])
        .redis(args[0])
        .lease(Duration.ofMillis(900))
        .register(new Tasks.Skeleton(new Tasks.Logged(Path.of(args[2]))))
        .start();
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
