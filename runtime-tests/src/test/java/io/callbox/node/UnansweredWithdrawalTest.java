package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A caller is not told that a worker has its request if nobody knows. */
@Timeout(60)
final class UnansweredWithdrawalTest {

  @Test
  void callerIsToldThatRedisDidNotSayWhoHasItsRequest() {
    try (InMemoryTransport broker = new InMemoryTransport();
        RpcNode caller = RpcNode.builder("caller").transport(new Silent(broker)).start()) {
      CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(4));
      Arith.Stub arith = new Arith.Stub(caller.channelToAny().waitForProvider(), options);
      RpcException failure = assertThrows(RpcException.class, () -> arith.multiply(2, 3));
      assertEquals(StatusCode.DEADLINE_EXCEEDED, failure.code(), failure::toString);
      assertEquals(Executed.UNKNOWN, failure.executed());
      assertTrue(
          String.valueOf(failure.getMessage()).contains("did not say whether it was taken"),
          failure::toString);
    }
  }

  /** Answers no withdrawal. */
  private static final class Silent extends ForwardingTransport {

    Silent(InMemoryTransport broker) {
      super(broker);
    }

    @Override
    public CompletionStage<Boolean> withdraw(QueueName queue, byte[] request) {
      return new CompletableFuture<>();
    }
  }
}
