package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop outlives whatever its transport throws. */
@Timeout(120)
final class PollLoopTest {

  private final CountDownLatch taken = new CountDownLatch(1);

  @Test
  void loopWithoutRoomTakesLaterThoughItsWaitsCannotBegin() throws Exception {
    PollLoop loop = new PollLoop("loop", new Refusing(), new FullAtFirst());
    loop.start();
    assertTrue(taken.await(60, TimeUnit.SECONDS), loop::trouble);
    loop.stop();
    assertTrue(loop.awaitEnd(Duration.ofMinutes(1)));
  }

  /** Has no room before its first wait has failed. */
  private static final class FullAtFirst implements PollLoop.Sink {

    private boolean full = true;

    @Override
    public int reserve() {
      int places = full ? 0 : 1;
      full = false;
      return places;
    }

    @Override
    public void accept(List<Delivery> messages) {}

    @Override
    public void unused(int places) {}
  }

  /** Begins no wait between takes. */
  private final class Refusing implements QueueConsumer {

    @Override
    public void listenToAll() {
      throw new IllegalStateException("no wait can begin");
    }

    @Override
    public int take(int max, Duration wait, Receiver receiver) {
      taken.countDown();
      return 0;
    }

    @Override
    public void serve(List<QueueName> queues) {}

    @Override
    public void pause(Set<QueueName> queues) {}

    @Override
    public void close() {}
  }
}
