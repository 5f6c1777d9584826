package io.callbox.transport.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.Namespace;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.Taking;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wait in memory can be ended, so that nodes close at once. */
final class WakeUpTest {

  @Test
  void wokenTakeReturnsAtOnce() {
    InMemoryTransport transport = new InMemoryTransport();
    try (QueueConsumer consumer = transport.consume(List.of(Namespace.NONE.inbox("a")))) {
      consumer.wakeUp();
      long start = System.nanoTime();
      assertEquals(List.of(), Taking.take(consumer, 1, Duration.ofSeconds(60)));
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(30).toNanos());
    }
  }
}
