package io.callbox.internal.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.lease.ForwardingLeases;
import io.callbox.internal.lease.HeldRequests;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request goes back into its queue while Redis is away. */
final class RepeatedReturnTest {

  private static final Worker WORKER = new Worker("worker", "1");
  private static final QueueName QUEUE = new QueueName("services:Arith");

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryTransport broker = new InMemoryTransport(clock);
  private final List<Long> numbers = new ArrayList<>();
  private final TaskScheduler later = new TaskScheduler("returns-later", clock);
  private final ResponseSender sender =
      new ResponseSender(WORKER.node(), Namespace.NONE, new Away(), later, new HeldRequests());

  /** The broker may have done what it did not answer, and the request be taken anew. */
  @Test
  void attemptsHaveOneNumber() {
    CompletableFuture<?> first = sender.returnToQueue(request("1"), () -> {});
    clock.advance(Duration.ofSeconds(10));
    first.join();
    sender.returnToQueue(request("2"), () -> {}).join();
    assertEquals(List.of(1L, 1L, 1L, 2L), numbers);
    sender.close();
    later.close();
  }

  private static Delivery request(String text) {
    return new Delivery(QUEUE, text.getBytes(UTF_8), QUEUE.taken(WORKER));
  }

  /** Answers to every third attempt. */
  private final class Away extends ForwardingTransport {

    Away() {
      super(broker);
    }

    @Override
    public LeaseStore leases() {
      return new ForwardingLeases(broker.leases()) {

        @Override
        public CompletionStage<@Nullable Void> returnToQueue(Delivery request, long number) {
          numbers.add(number);
          return numbers.size() < 3
              ? CompletableFuture.failedFuture(new RpcException(StatusCode.UNAVAILABLE, "away"))
              : super.returnToQueue(request, number);
        }
      };
    }
  }
}
