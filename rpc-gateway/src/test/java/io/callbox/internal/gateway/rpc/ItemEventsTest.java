package io.callbox.internal.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.gateway.http.EventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** One item waits in the gateway, however slowly its reader reads. */
final class ItemEventsTest {

  /** A reader that has read what was sent when it says so. */
  private static final class Reader implements EventSink {

    private final List<String> sent = new ArrayList<>();
    private Runnable task = () -> {};

    @Override
    public boolean idle() {
      return false;
    }

    @Override
    public void whenIdle(Runnable newTask) {
      task = newTask;
    }

    @Override
    public void send(String name, byte[] data) {
      sent.add(name);
    }

    @Override
    public void end() {}

    void read() {
      Runnable next = task;
      task = () -> {};
      next.run();
    }
  }

  /** Gives as many items as it is asked for. */
  private static final class Giver implements Flow.Subscription {

    private final Flow.Subscriber<String> subscriber;
    private boolean cancelled;

    Giver(Flow.Subscriber<String> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      for (long left = n; left > 0; left--) {
        subscriber.onNext("1");
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private final Reader reader = new Reader();
  private final ItemEvents events = new ItemEvents("7", reader);
  private final Giver giver = new Giver(events);

  @Test
  void nextItemIsAskedForWhenTheLastHasLeft() {
    events.onSubscribe(giver);
    assertEquals(List.of("item"), reader.sent);
    reader.read();
    assertEquals(List.of("item", "item"), reader.sent);
    events.onComplete();
    assertEquals(List.of("item", "item", "end"), reader.sent);
  }

  @Test
  void readerThatLeavesCancelsAlsoWhatHasNotBegun() {
    events.readerLeft();
    events.onSubscribe(giver);
    assertTrue(giver.cancelled);
    assertEquals(List.of(), reader.sent);
  }
}
