package io.callbox.trial;

import io.callbox.node.RpcNode;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A node in a process of its own that serves {@link Echo} with little memory. */
public final class EchoProcess {

  private EchoProcess() {}

  /** Starts one, and returns when it is ready. */
  public static NodeProcess start(RedisServer redis, String node, int heapMegabytes) {
    Map<String, String> heap = Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + heapMegabytes + "m");
    return NodeProcess.start(heap, EchoProcess.class, redis.directUri(), node);
  }

  /** Serves until it is killed. Arguments: where Redis is, the node's id. */
  public static void main(String[] args) throws InterruptedException {
    RpcNode.builder(args[1])
        .redis(args[0])
        .lease(Duration.ofMillis(900))
        .register(new Echo())
        .start();
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
