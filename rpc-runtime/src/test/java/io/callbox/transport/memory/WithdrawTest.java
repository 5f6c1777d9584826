package io.callbox.transport.memory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Taking;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller that takes its request back may say that it has not run only if nobody ever had it. */
final class WithdrawTest {

  private static final QueueName QUEUE = Namespace.NONE.service("Arith");
  private static final Worker WORKER = new Worker("a", "1");

  private final InMemoryTransport transport = new InMemoryTransport();
  private final byte[] request = {'{', '}'};

  @Test
  void requestThatNobodyTookIsWithdrawn() {
    push();
    assertTrue(withdraw());
  }

  @Test
  void requestThatWasPutBackMayHaveRun() {
    push();
    try (QueueConsumer consumer = transport.consume(List.of(QUEUE), WORKER)) {
      Delivery taken = Taking.take(consumer, 1, Duration.ofSeconds(1)).get(0);
      transport.leases().requeue(taken, 3, 1).toCompletableFuture().join();
    }
    assertFalse(withdraw());
    assertFalse(transport.size(QUEUE) > 0, "it will not run again all the same");
  }

  private void push() {
    transport.push(QUEUE, List.of(request), new PushOptions(true, 10, "withdraw", 1));
  }

  private boolean withdraw() {
    return transport.withdraw(QUEUE, request).toCompletableFuture().join();
  }
}
