package io.callbox.registry;

import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.util.concurrent.CountDownLatch;

/** A node in a process of its own that serves Talk until it is killed. */
public final class TalkProcess {

  private TalkProcess() {}

  static NodeProcess start(RedisServer redis, String node) {
    return NodeProcess.start(TalkProcess.class, redis.directUri(), node);
  }

  /** Arguments: where Redis is, and the node's id. */
  public static void main(String[] args) throws InterruptedException {
    ChurnTest.describe(args[1], true).redis(args[0]).start();
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
