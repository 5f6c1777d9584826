package io.callbox.internal.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.StartHint;
import io.callbox.registry.ForwardingNodes;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.NodeStore.Claim;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node leaves while Redis has not answered its last join, and never joins again. */
@Timeout(60)
final class LateJoinTest {

  /** A renewal waits no longer; time stands still for the card itself. */
  private static final Duration LEASE = Duration.ofMillis(1);

  private final InMemoryTransport broker = new InMemoryTransport(new VirtualClock());
  private final NodeStore members = broker.members(Namespace.NONE);
  private final CompletableFuture<Void> back = new CompletableFuture<>();
  private boolean away;
  private boolean answers = true;
  private final Registration registration =
      new Registration(
          new LateJoins(),
          Namespace.NONE,
          new Claim("node", new byte[] {1}, LEASE, false),
          new StartHint("node", Map.of()));

  @BeforeEach
  void nodeHasJoined() {
    registration.start();
    assertTrue(isThere());
    away = true;
    assertThrows(RpcException.class, registration::renew);
  }

  @Test
  void joinThatRunsAfterTheNodeHasLeftIsUndone() {
    registration.leave(Duration.ofMinutes(1));
    back.complete(null);
    assertFalse(isThere());
  }

  @Test
  void joinWhoseAnswerIsLostAfterTheNodeHasLeftIsUndone() {
    answers = false;
    registration.leave(Duration.ofMinutes(1));
    back.complete(null);
    assertFalse(isThere());
  }

  @Test
  void joinThatRunsBeforeTheNodeLeavesCounts() {
    back.complete(null);
    assertTrue(isThere());
    registration.leave(Duration.ofMinutes(1));
    assertFalse(isThere());
  }

  private boolean isThere() {
    return !members.look().toCompletableFuture().join().isEmpty();
  }

  /** Runs joins when the broker is back, and then may not answer them. */
  private final class LateJoins extends ForwardingTransport {

    LateJoins() {
      super(broker);
    }

    @Override
    public NodeStore members(Namespace namespace) {
      return new ForwardingNodes(broker.members(namespace)) {

        @Override
        public CompletionStage<JoinResult> join(Claim claim) {
          return away ? back.thenCompose(again -> late(claim)) : super.join(claim);
        }

        private CompletionStage<JoinResult> late(Claim claim) {
          CompletionStage<JoinResult> joined = super.join(claim);
          return answers
              ? joined
              : CompletableFuture.failedFuture(new IllegalStateException("no answer"));
        }
      };
    }
  }
}
