package io.callbox.internal.lease;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Taking;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OrphanReturnsTest {

  private static final Worker SELF = new Worker("worker", "1");
  private static final QueueName QUEUE = Namespace.NONE.service("Arith");

  private final InMemoryTransport broker = new InMemoryTransport();
  private final List<Long> numbers = new ArrayList<>();
  private boolean answers = true;
  private final OrphanReturns returns = new OrphanReturns(new Leases());

  /** The broker has put it back, and its answer is lost: the second attempt comes too late. */
  @Test
  void requestThatIsTakenAnewBetweenTwoAttemptsStaysTaken() {
    Delivery held = taken("1");
    answers = false;
    assertThrows(RpcException.class, () -> returns.putBack(held));
    assertEquals(1, broker.size(QUEUE));
    take();
    answers = true;
    returns.putBack(held);
    assertEquals(0, broker.size(QUEUE), "it would run twice");
    assertEquals(numbers.get(0), numbers.get(1));
  }

  @Test
  void eachReturnThatIsAnsweredHasItsOwnNumber() {
    for (int equal = 0; equal < 2; equal++) {
      returns.putBack(taken("1"));
      take();
    }
    assertNotEquals(numbers.get(0), numbers.get(1));
  }

  private Delivery taken(String request) {
    byte[] message = request.getBytes(UTF_8);
    Delivery waiting = new Delivery(QUEUE, message, null);
    broker.reply(QUEUE, List.of(new ReplyMessage(message, waiting)), Duration.ofMinutes(1));
    return take();
  }

  private Delivery take() {
    try (QueueConsumer consumer = broker.consume(List.of(QUEUE), SELF)) {
      return Taking.take(consumer, 1, Duration.ofSeconds(1)).get(0);
    }
  }

  private final class Leases extends ForwardingLeases {

    Leases() {
      super(broker.leases());
    }

    @Override
    public CompletionStage<@Nullable Void> returnToQueue(Delivery request, long number) {
      numbers.add(number);
      CompletionStage<@Nullable Void> done = super.returnToQueue(request, number);
      return answers
          ? done
          : CompletableFuture.failedFuture(new RpcException(StatusCode.UNAVAILABLE, "no answer"));
    }
  }
}
