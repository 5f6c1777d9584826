package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import org.junit.jupiter.api.Test;

/** Who is told that a durable call has ended. */
final class EndHintsTest {

  /** One of two who wait for a call, and ask by the same listener, may give up before the other. */
  @Test
  void listenerIsThereAsOftenAsItWasAdded() {
    try (InMemoryTransport transport = new InMemoryTransport();
        TaskScheduler later = new TaskScheduler("later", transport.clock());
        EndHints hints = new EndHints(transport, new QueueName("rpc:done"), later, waits -> {})) {
      FreshCall call = new FreshCall("a", 0, false);
      hints.add(call);
      hints.add(call);
      hints.remove(call);
      assertEquals(1, hints.size());
      hints.remove(call);
      assertEquals(0, hints.size());
    }
  }
}
