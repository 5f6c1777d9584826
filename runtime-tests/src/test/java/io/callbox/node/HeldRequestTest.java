package io.callbox.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.transport.Portion;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shown of the requests that workers hold is bounded, however many workers there are. */
@Timeout(60)
final class HeldRequestTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final QueueName queue = new QueueName("services:Held");
  private final InMemoryTransport transport = new InMemoryTransport();

  private void take(String node, long sentAt, String text) {
    Worker worker = new Worker(node, "1");
    transport.leases().renew(List.of(queue), worker, MINUTE).toCompletableFuture().join();
    String request =
        "{\"method\":\"A." + node + "\",\"sentAt\":" + sentAt + ",\"params\":[\"" + text + "\"]}";
    PushOptions always = new PushOptions(false, 100, node, 1);
    transport.push(queue, List.of(request.getBytes(UTF_8)), always).toCompletableFuture().join();
    try (QueueConsumer consumer = transport.consume(List.of(queue), worker)) {
      assertEquals(1, consumer.take(1, Duration.ofSeconds(30), taken -> {}));
    }
  }

  private List<String> shown(int most) {
    return HeldRequest.of(transport, List.of(queue), most).stream()
        .map(HeldRequest::worker)
        .toList();
  }

  @Test
  void ofAllWorkersTheLongestHeldAreShown() {
    take("b", 2_000, "");
    take("d", 4_000, "");
    take("a", 1_000, "");
    take("c", 3_000, "");
    assertEquals(List.of("a", "b"), shown(2));
    assertEquals(List.of("a", "b", "c", "d"), shown(10));
    assertEquals(List.of(), shown(0));
  }

  @Test
  void largeRequestsOfManyWorkersAreNotAllKept() {
    String large = "x".repeat(Portion.BYTES * 2 / 3);
    take("c", 3_000, large);
    take("a", 1_000, large);
    take("b", 2_000, large);
    assertEquals(List.of("a", "b"), shown(10));
  }
}
