package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Taking;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class OrphanScannerTest {

  private static final QueueName QUEUE = new QueueName("services:Arith");
  private static final Worker SELF = new Worker("worker", "1");

  private final SteppedClock clock = new SteppedClock();
  private final InMemoryTransport transport = new InMemoryTransport(clock);
  private final HeldRequests heldRequests = new HeldRequests();
  private final AtomicLong unanswered = new AtomicLong();
  private final OrphanScanner orphans =
      new OrphanScanner(transport, SELF, heldRequests, unanswered::get);

  @Test
  void searchesNowAndThen() {
    assertEquals(List.of(false, false, false, false, true, false), beats(6));
  }

  @Test
  void searchesAtOnceAndForAWhileAfterAnAnswerWasLost() {
    orphans.isSearchDue();
    unanswered.incrementAndGet();
    assertEquals(List.of(true, true, true, true, true, false), beats(6));
  }

  @Test
  void findsWhatIsHeldAndNotKnownForLongerThanAnAnswerTakes() {
    Delivery held = take();
    assertEquals(List.of(), orphans.search(Set.of(QUEUE)));
    assertFalse(orphans.isAllKnown());
    assertTrue(orphans.isSearchDue());
    clock.nanos += TimeUnit.SECONDS.toNanos(7);
    assertEquals(List.of(), orphans.search(Set.of(QUEUE)), "its answer may still come");
    clock.nanos += TimeUnit.SECONDS.toNanos(2);
    List<Delivery> found = orphans.search(Set.of(QUEUE));
    assertEquals(1, found.size());
    assertEquals(held.queue(), found.get(0).queue());
    assertTrue(orphans.isAllKnown());
  }

  @Test
  void findsNothingThatIsKnown() {
    heldRequests.add(take());
    assertEquals(List.of(), orphans.search(Set.of(QUEUE)));
    clock.nanos += TimeUnit.SECONDS.toNanos(9);
    assertEquals(List.of(), orphans.search(Set.of(QUEUE)));
    assertTrue(orphans.isAllKnown());
  }

  /** Those that come first stay, as the broker refuses to put them back. */
  @Test
  void manyThatNobodyCanSeeToHideNoOther() {
    int refused = 40;
    take("other");
    for (int request = 0; request < refused; request++) {
      take("refused-" + request);
    }
    Set<String> found = new HashSet<>();
    for (int search = 0; search < 20; search++) {
      clock.nanos += TimeUnit.SECONDS.toNanos(2);
      List<Delivery> some = orphans.search(Set.of(QUEUE));
      assertTrue(some.size() <= 16);
      some.forEach(held -> found.add(new String(held.message(), StandardCharsets.UTF_8)));
    }
    assertEquals(refused + 1, found.size());
    assertTrue(found.contains("other"));
  }

  private Delivery take() {
    return take("{}");
  }

  private Delivery take(String request) {
    byte[] message = request.getBytes(StandardCharsets.UTF_8);
    transport.reply(
        QUEUE,
        List.of(new ReplyMessage(message, new Delivery(QUEUE, message, null))),
        Duration.ofMinutes(1));
    try (QueueConsumer consumer = transport.consume(List.of(QUEUE), SELF)) {
      return Taking.take(consumer, 1, Duration.ofSeconds(1)).get(0);
    }
  }

  private List<Boolean> beats(int count) {
    List<Boolean> due = new ArrayList<>();
    for (int beat = 0; beat < count; beat++) {
      due.add(orphans.isSearchDue());
    }
    return due;
  }
}
