package io.callbox.internal.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.Chunk;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How requests that leave together are put together. */
final class RequestTargetTest {

  private static final Route ROUTE = new Route(Namespace.NONE.service("Work"), false, true);
  private static final int REQUESTS = 300;

  private final List<Integer> pushed = new ArrayList<>();
  private final Recording transport = new Recording();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void neighboursAreInChunksOfAQuarterOfWhatAServerTakes() {
    assertEquals(List.of(64, 64, 64, 64, 44), pushed(10_000, true));
  }

  @Test
  void requestsWithoutAReplyTravelAlone() {
    assertEquals(REQUESTS, pushed(10_000, false).size());
  }

  @Test
  void requestsThatAreCountedOneByOneTravelAlone() {
    assertEquals(REQUESTS, pushed(999, true).size());
  }

  @Test
  void pushMayOnlyBeLostIfSomebodyWaitsForEachReply() {
    pushed(10_000, true);
    assertTrue(transport.mayBeLost);
    pushed(10_000, false);
    assertFalse(transport.mayBeLost);
  }

  @Test
  void requestsLeaveBesideAPushThatHangsOnlyIfTheirServiceIsSpread() {
    List<QueueName> shards = Namespace.NONE.shards("Work", 2);
    AtomicLong nanos = new AtomicLong();
    ShardChoice choice = new ShardChoice("caller", nanos::get);
    choice.begin(ROUTE, shards);
    RequestTarget spread = target(1, choice);
    spread.spread(Map.of(ROUTE.queue(), shards));
    assertEquals(ROUTE, spread.lane(ROUTE));
    nanos.addAndGet(2 * ShardChoice.HANGS.toNanos());
    assertEquals(ROUTE.lane(1), spread.lane(ROUTE));
    RequestTarget one = target(1, choice);
    assertEquals(ROUTE, one.lane(ROUTE));
  }

  private RequestTarget target(int maxQueueLength, ShardChoice choice) {
    return new RequestTarget(transport, "client:1", maxQueueLength, choice);
  }

  /** How many requests are in each element that is pushed. */
  private List<Integer> pushed(int maxQueueLength, boolean answered) {
    pushed.clear();
    List<OutgoingRequest> requests = new ArrayList<>();
    IntStream.range(0, REQUESTS).forEach(number -> requests.add(new Request(number, answered)));
    ShardChoice none = new ShardChoice("caller", () -> 0);
    target(maxQueueLength, none).push(ROUTE, requests);
    return List.copyOf(pushed);
  }

  private record Request(RequestEnvelope request, boolean isAnswered) implements OutgoingRequest {

    Request(int number, boolean answered) {
      this(
          RequestEnvelope.of(
              "{\"jsonrpc\":\"2.0\",\"id\":%d,\"replyTo\":\"replies:client:c2.s\"}"
                  .formatted(number)
                  .getBytes(StandardCharsets.US_ASCII)),
          answered);
    }

    @Override
    public int bytes() {
      return request.length();
    }

    @Override
    public void leaves(QueueName queue, @Nullable SentChunk chunk) {}

    @Override
    public void pushed() {}

    @Override
    public void notPushed(Throwable reason) {}
  }

  private final class Recording extends ForwardingTransport {

    private boolean mayBeLost;

    Recording() {
      super(new InMemoryTransport());
    }

    @Override
    public int mostTogether() {
      return Chunk.MOST;
    }

    @Override
    public CompletionStage<PushResult> push(
        QueueName queue, List<byte[]> messages, PushOptions admission) {
      mayBeLost = admission.mayBeLost();
      messages.forEach(each -> pushed.add(Chunk.requests(each)));
      return CompletableFuture.completedFuture(PushResult.ALL);
    }
  }
}
