package io.callbox.internal.client.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.transport.CallStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.ArrayList;
import java.util.List;
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

  /** It need not wait for a result that might be told. */
  @Test
  void recordOfACallWhoseOutcomeIsNotToldIsReadAtOnce() {
    List<OutcomeWait> looked = new ArrayList<>();
    try (InMemoryTransport transport = new InMemoryTransport();
        TaskScheduler later = new TaskScheduler("later", transport.clock());
        EndHints hints =
            new EndHints(transport, new QueueName("rpc:done"), later, looked::addAll)) {
      FreshCall asks = new FreshCall("a", 0, true);
      asks.askToBeTold();
      FreshCall other = new FreshCall("b", 0, true);
      for (FreshCall call : List.of(asks, other)) {
        hints.add(call);
        call.answered(CallStore.Submitted.NEW);
        call.tell(new OutcomeWait(new QueueName("jobs"), call.id(), false, wait -> {}));
      }
      hints.ended("b");
      assertEquals(List.of(), looked, "it has not asked");
      hints.ended("a");
      assertEquals(List.of("a"), looked.stream().map(OutcomeWait::id).toList());
    }
  }
}
