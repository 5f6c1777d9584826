package io.callbox.shards;

import io.callbox.internal.lease.ForwardingLeases;
import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testing.Talk;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.time.Await;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shard that cannot be taken up, as its master is away, keeps no other service waiting. */
@Timeout(120)
final class OtherServicesTest {

  private static final Duration LEASE = Duration.ofMillis(300);
  private static final List<QueueName> ARITH = Namespace.NONE.shards("Arith", 3);
  private static final List<QueueName> TALK = Namespace.NONE.shards("Talk", 3);

  private final InMemoryTransport broker = new InMemoryTransport();

  @Test
  void shardsOfOtherServicesAreTakenUpWhileOneIsOutOfReach() {
    assertTakenUpWhileAway(Set.of(ARITH.get(1)), List.of(TALK.get(1), TALK.get(2)));
  }

  @Test
  void shardsAreTakenUpWhileOneOfEachServiceIsOutOfReach() {
    assertTakenUpWhileAway(Set.of(ARITH.get(1), TALK.get(2)), List.of(ARITH.get(2), TALK.get(1)));
  }

  @Test
  void shardsAreTakenUpWhileOthersOfTheOtherNumbersAreOutOfReach() {
    assertTakenUpWhileAway(Set.of(ARITH.get(2), TALK.get(1)), List.of(ARITH.get(1), TALK.get(2)));
  }

  private void assertTakenUpWhileAway(Set<QueueName> away, List<QueueName> expected) {
    try (RpcNode node =
        RpcNode.builder("server")
            .transport(new SomeShardsAway(away))
            .lease(LEASE)
            .register(new Arith.Skeleton((a, b) -> a * b))
            .register(new Talk.Skeleton(line -> line))
            .start()) {
      node.shards("Arith", 3);
      node.shards("Talk", 3);
      Await.until("the shards are provided", () -> expected.stream().allMatch(this::isProvided));
    }
  }

  private boolean isProvided(QueueName shard) {
    return !broker.leases().providers(shard).toCompletableFuture().join().isEmpty();
  }

  private final class SomeShardsAway extends ForwardingTransport {

    private final Set<QueueName> away;

    SomeShardsAway(Set<QueueName> away) {
      super(broker);
      this.away = away;
    }

    @Override
    public LeaseStore leases() {
      return new LeasesBut(away, broker.leases());
    }
  }

  private static final class LeasesBut extends ForwardingLeases {

    private final Set<QueueName> away;

    LeasesBut(Set<QueueName> away, LeaseStore target) {
      super(target);
      this.away = away;
    }

    @Override
    public CompletionStage<List<Ended>> renew(
        List<QueueName> queues, Worker worker, Duration lease) {
      return queues.stream().anyMatch(away::contains)
          ? CompletableFuture.failedFuture(new RpcException(StatusCode.UNAVAILABLE, "away"))
          : target.renew(queues, worker, lease);
    }
  }
}
