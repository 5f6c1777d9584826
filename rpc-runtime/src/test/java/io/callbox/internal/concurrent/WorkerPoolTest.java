package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class WorkerPoolTest {

  private final CountDownLatch worked = new CountDownLatch(1);
  private final AtomicBoolean full = new AtomicBoolean(true);
  private final WorkerPool pool = new WorkerPool("pool", 1, new Work(), this::start);

  @Test
  void threadThatCannotBeStartedLeavesItsPlaceToTheNext() throws Exception {
    assertThrows(OutOfMemoryError.class, () -> pool.wake(1));
    assertEquals(0, pool.awake());
    assertTrue(pool.members().isEmpty());
    full.set(false);
    pool.wake(1);
    assertTrue(worked.await(10, TimeUnit.SECONDS));
    pool.close();
  }

  private void start(Thread thread) {
    if (full.get()) {
      throw new OutOfMemoryError("no more threads, on purpose");
    }
    thread.start();
  }

  private final class Work implements WorkerPool.Work {

    @Override
    public void workOff(WorkerPool.Member member) {
      worked.countDown();
    }

    @Override
    public void ended(WorkerPool.Member member) {}

    @Override
    public boolean waits() {
      return false;
    }

    @Override
    public boolean areShort() {
      return true;
    }
  }
}
