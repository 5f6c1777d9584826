package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits do not depend on the subscription to told results. */
@Timeout(60)
final class RefusedSubscriptionTest {

  private static final Duration WAIT = Duration.ofSeconds(20);

  private final List<CompletableFuture<Transport.Listening>> subscriptions =
      new CopyOnWriteArrayList<>();
  private final List<String> closed = new CopyOnWriteArrayList<>();
  private Transport transport;
  private RpcNode node;
  private Jobs.Stub jobs;

  /** Lets the test answer the subscriptions to results. */
  private final class Pending extends ForwardingTransport {

    Pending(Transport target) {
      super(target);
    }

    @Override
    public CompletionStage<Listening> listenAsync(QueueName channel, Listener listener) {
      if (channel.equals(Namespace.NONE.callsDone())) {
        return super.listenAsync(channel, listener);
      }
      CompletableFuture<Listening> subscription = new CompletableFuture<>();
      subscriptions.add(subscription);
      return subscription;
    }
  }

  @BeforeEach
  void start() {
    transport = new InMemoryTransport();
    node =
        RpcNode.builder("node")
            .transport(new Pending(transport))
            .register(new Jobs.Skeleton((method, number, millis) -> 2 * number))
            .start();
    jobs = new Jobs.Stub(node.channelToAny());
  }

  @AfterEach
  void stop() {
    node.close();
    transport.close();
  }

  @Test
  void waitsEndBeforeTheSubscriptionIsAnswered() {
    for (int call = 0; call < 3; call++) {
      assertEquals(2 * call, jobs.once(call, 0).await(WAIT));
    }
    assertEquals(1, subscriptions.size());
  }

  @Test
  void refusedSubscriptionIsNotTriedAgainAtOnce() {
    assertEquals(2, jobs.once(1, 0).await(WAIT));
    String message = "Redis does not let this node SUBSCRIBE";
    subscriptions
        .get(0)
        .completeExceptionally(new RpcException(StatusCode.UNAVAILABLE, Executed.NO, message));
    for (int call = 0; call < 3; call++) {
      assertEquals(2 * call, jobs.once(call, 0).await(WAIT));
    }
    assertEquals(1, subscriptions.size());
  }

  @Test
  void subscriptionThatComesAfterTheCloseIsEnded() {
    assertEquals(2, jobs.once(1, 0).await(WAIT));
    node.close();
    subscriptions.get(0).complete(() -> closed.add("subscription"));
    assertEquals(List.of("subscription"), closed);
  }
}
