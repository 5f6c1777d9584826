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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shard that cannot be taken up, as its master is away, keeps no other service waiting. */
@Timeout(120)
final class OtherServicesTest {

  private static final Duration LEASE = Duration.ofMillis(300);
  private static final QueueName LOST = Namespace.NONE.shards("Arith", 2).get(1);
  private static final QueueName OTHER = Namespace.NONE.shards("Talk", 2).get(1);

  private final InMemoryTransport broker = new InMemoryTransport();

  @Test
  void shardsOfOtherServicesAreTakenUpWhileOneIsOutOfReach() {
    try (RpcNode node =
        RpcNode.builder("server")
            .transport(new OneShardAway())
            .lease(LEASE)
            .register(new Arith.Skeleton((a, b) -> a * b))
            .register(new Talk.Skeleton(line -> line))
            .start()) {
      node.shards("Arith", 2);
      node.shards("Talk", 2);
      Await.until(
          "the shard is provided",
          () -> !broker.leases().providers(OTHER).toCompletableFuture().join().isEmpty());
    }
  }

  private final class OneShardAway extends ForwardingTransport {

    OneShardAway() {
      super(broker);
    }

    @Override
    public LeaseStore leases() {
      return new LeasesButOne(broker.leases());
    }
  }

  private static final class LeasesButOne extends ForwardingLeases {

    LeasesButOne(LeaseStore target) {
      super(target);
    }

    @Override
    public CompletionStage<List<Ended>> renew(
        List<QueueName> queues, Worker worker, Duration lease) {
      return queues.contains(LOST)
          ? CompletableFuture.failedFuture(new RpcException(StatusCode.UNAVAILABLE, "away"))
          : target.renew(queues, worker, lease);
    }
  }
}
