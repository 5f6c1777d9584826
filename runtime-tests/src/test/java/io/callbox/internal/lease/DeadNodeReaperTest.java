package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.NodeStore.Claim;
import io.callbox.transport.NodeStore.Gone;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeadNodeReaperTest {

  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Worker DEAD = new Worker("dead", "1");
  private static final QueueName INBOX = Namespace.NONE.inbox("dead");

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryTransport broker = new InMemoryTransport(clock);
  private final NodeStore members = broker.members(Namespace.NONE);
  private final List<String> down = new ArrayList<>();
  private @Nullable StatusCode refusal;
  private final DeadNodeReaper reaper =
      new DeadNodeReaper(new Refusing(), Namespace.NONE, LEASE, down::add);

  @BeforeEach
  void nodeDies() {
    members.join(claim("dead"));
    broker.leases().renew(List.of(INBOX), DEAD, LEASE);
    clock.advance(LEASE.multipliedBy(3));
  }

  @Test
  void nodeWhoseInboxIsOutOfReachIsRememberedUntilTheInboxIsBack() {
    refusal = StatusCode.UNAVAILABLE;
    assertEquals(List.of(), beat());
    assertEquals(List.of(), down);
    refusal = null;
    assertEquals(List.of(new LeaseStore.Ended(INBOX, DEAD)), beat());
    assertEquals(List.of("dead"), down);
  }

  @Test
  void nodeWhoseInboxIsForbiddenIsForgotten() {
    refusal = StatusCode.PERMISSION_DENIED;
    assertEquals(List.of(), beat());
    assertEquals(List.of("dead"), down);
  }

  @Test
  void nodeWhoseInboxStaysOutOfReachIsForgottenInTheEnd() {
    refusal = StatusCode.UNAVAILABLE;
    clock.advance(Duration.ofMinutes(11));
    assertEquals(List.of(), beat());
    assertEquals(List.of("dead"), down);
  }

  private List<LeaseStore.Ended> beat() {
    List<Gone> gone = members.join(claim("alive")).toCompletableFuture().join().gone();
    List<LeaseStore.Ended> ended = reaper.inboxes(gone);
    reaper.forget(gone);
    return ended;
  }

  private static Claim claim(String node) {
    return new Claim(node, new byte[] {1}, LEASE, false);
  }

  /** Refuses what concerns leases, if it is to. */
  private final class Refusing extends ForwardingTransport {

    Refusing() {
      super(broker);
    }

    @Override
    public LeaseStore leases() {
      StatusCode now = refusal;
      return now == null ? broker.leases() : new RefusedLeases(broker.leases(), now);
    }
  }

  private static final class RefusedLeases extends ForwardingLeases {

    private final StatusCode code;

    RefusedLeases(LeaseStore target, StatusCode code) {
      super(target);
      this.code = code;
    }

    @Override
    public CompletionStage<Duration> left(QueueName queue) {
      return refused();
    }

    @Override
    public CompletionStage<List<Ended>> ended(QueueName queue) {
      return refused();
    }

    @Override
    public CompletionStage<@Nullable Void> abandon(QueueName queue, List<Worker> workers) {
      return refused();
    }

    private <T extends @Nullable Object> CompletionStage<T> refused() {
      return CompletableFuture.failedFuture(new RpcException(code, "refused"));
    }
  }
}
