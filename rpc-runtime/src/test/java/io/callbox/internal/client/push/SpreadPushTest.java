package io.callbox.internal.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What a push to several shards says of requests of which some shards took a part. */
final class SpreadPushTest {

  private final List<QueueName> shards = Namespace.NONE.shards("Jobs", 3);
  private final ShardChoice choice = new ShardChoice("caller", () -> 0);
  private final Route lane = new Route(shards.get(0), false, true);
  private final List<QueueName> asked = new ArrayList<>();

  /** Each of them would be pushed again, if it were said that none was taken. */
  @Test
  void requestsThatOneShardHasTakenDoNotFailWithTheRest() {
    RpcException broken = new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, "it is away");
    PushResult said =
        push(
            new PushResult(2, PushResult.full(shards.get(0), 2, 2).refusal()),
            CompletableFuture.failedFuture(broken));
    assertEquals(2, said.accepted());
    assertSame(broken, said.refusal());
  }

  @Test
  void shardThatFailsIsPassedByAndTheOneThatAnsweredIsNot() {
    push(
        new PushResult(2, PushResult.full(shards.get(0), 2, 2).refusal()),
        CompletableFuture.failedFuture(new IllegalStateException("closed")));
    QueueName first = asked.get(0);
    assertEquals(first, choice.begin(lane, shards));
  }

  private PushResult push(PushResult first, CompletionStage<PushResult> second) {
    SpreadPush push =
        new SpreadPush(
            choice,
            6,
            (way, queue, requests, terms) -> {
              asked.add(queue);
              return asked.size() == 1 ? CompletableFuture.completedFuture(first) : second;
            });
    List<OutgoingRequest> requests = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      requests.add(new AnsweredRequest());
    }
    return push.push(lane, shards, requests).toCompletableFuture().join();
  }
}
