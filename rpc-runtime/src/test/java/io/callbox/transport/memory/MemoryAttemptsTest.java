package io.callbox.transport.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.transport.QueueName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MemoryAttemptsTest {

  private static final QueueName QUEUE = new QueueName("services:Arith");
  private static final QueueName ANOTHER = new QueueName("services:Triple");
  private static final byte[] REQUEST = "a request".getBytes(UTF_8);
  private static final byte[] OTHER = "another".getBytes(UTF_8);

  private final SteppedClock clock = new SteppedClock();
  private final MemoryAttempts attempts = new MemoryAttempts(clock);

  @Test
  void requestIsForgottenAnHourAfterItWentBackLast() {
    attempts.add(QUEUE, REQUEST, 1);
    clock.nanos += Duration.ofMinutes(50).toNanos();
    attempts.add(QUEUE, REQUEST, 1);
    attempts.add(QUEUE, OTHER, 1);
    clock.nanos += Duration.ofMinutes(50).toNanos();
    assertEquals(2, attempts.of(QUEUE, REQUEST.clone()));
    clock.nanos += Duration.ofMinutes(20).toNanos();
    assertEquals(0, attempts.of(QUEUE, REQUEST));
    assertEquals(0, attempts.of(QUEUE, OTHER));
  }

  @Test
  void equalRequestsOfTwoQueuesAreTwo() {
    attempts.add(QUEUE, REQUEST, 2);
    assertEquals(0, attempts.of(ANOTHER, REQUEST));
    attempts.moved(QUEUE, REQUEST, ANOTHER, OTHER);
    assertEquals(0, attempts.of(QUEUE, REQUEST));
    assertEquals(2, attempts.of(ANOTHER, OTHER));
  }

  @Test
  void requestWithOtherBytesKeepsItsNumber() {
    attempts.add(QUEUE, REQUEST, 2);
    attempts.add(QUEUE, OTHER, 1);
    attempts.moved(QUEUE, REQUEST, QUEUE, OTHER);
    assertEquals(0, attempts.of(QUEUE, REQUEST));
    assertEquals(3, attempts.of(QUEUE, OTHER));
    attempts.moved(QUEUE, REQUEST, QUEUE, OTHER);
    assertEquals(3, attempts.of(QUEUE, OTHER));
  }
}
