package io.callbox.samples.demo;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.samples.arith.ArithAsyncStub;
import io.callbox.samples.arith.ArithStub;
import java.util.concurrent.CompletableFuture;

/**
 * A call to a node that is down is refused at once; or it waits in Redis, where pub/sub would have
 * lost it.
 */
final class CallWhileDown implements Step {

  private static final String NODE = "node-3";

  @Override
  public String title() {
    return "a call while its node is down";
  }

  @Override
  public String show(Stage stage) throws Exception {
    stage.cluster().stop(NODE);
    StatusCode refusal = refusal(stage);
    CompletableFuture<Integer> answer =
        new ArithAsyncStub(stage.to(NODE).waitForProvider()).multiply(6, 7);
    Await.until(NODE + "'s inbox holds the call", () -> waiting(stage) == 1);
    Stage.expect(!answer.isDone(), "no answer of a node that is down");
    stage.cluster().start(NODE);
    int product = answer.join();
    Stage.expect(product == 42, "42, got " + product);
    return "%s was stopped, refused a call (%s), let one wait, and is back: 6 x 7 = %d"
        .formatted(NODE, refusal, product);
  }

  private static StatusCode refusal(Stage stage) {
    try {
      throw new IllegalStateException("6 x 7 is " + new ArithStub(stage.to(NODE)).multiply(6, 7));
    } catch (RpcException refused) {
      Stage.expect(refused.code() == StatusCode.UNAVAILABLE, "UNAVAILABLE, got " + refused);
      return refused.code();
    }
  }

  private static int waiting(Stage stage) throws Exception {
    try (PlainRedis redis = PlainRedis.connect(stage.cluster().redisPort())) {
      return Integer.parseInt(redis.command("LLEN", "nodes:" + NODE).get(0));
    }
  }
}
