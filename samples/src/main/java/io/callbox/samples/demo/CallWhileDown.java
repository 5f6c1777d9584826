package io.callbox.samples.demo;

import io.callbox.samples.arith.ArithAsyncStub;
import java.util.concurrent.CompletableFuture;

/** A call waits in Redis for a node that is down; pub/sub would have lost it. */
final class CallWhileDown implements Step {

  private static final String NODE = "node-3";

  @Override
  public String title() {
    return "a call while its node is down";
  }

  @Override
  public String show(Stage stage) throws Exception {
    stage.cluster().stop(NODE);
    CompletableFuture<Integer> answer = new ArithAsyncStub(stage.to(NODE)).multiply(6, 7);
    Await.until(NODE + "'s inbox holds the call", () -> waiting(stage) == 1);
    Stage.expect(!answer.isDone(), "no answer of a node that is down");
    stage.cluster().start(NODE);
    int product = answer.join();
    Stage.expect(product == 42, "42, got " + product);
    return NODE + " was stopped, called, and started again: 6 x 7 = " + product;
  }

  private static int waiting(Stage stage) throws Exception {
    try (PlainRedis redis = PlainRedis.connect(stage.cluster().redisPort())) {
      return Integer.parseInt(redis.command("LLEN", "nodes:" + NODE).get(0));
    }
  }
}
