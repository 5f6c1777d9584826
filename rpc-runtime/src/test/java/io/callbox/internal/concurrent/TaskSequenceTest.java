package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pieces that fail, and executors that are closed. */
@Timeout(60)
final class TaskSequenceTest {

  private static final Executor CLOSED = Runnable::run;
  private static final int SIZE = 10;

  private final List<Integer> done = new CopyOnWriteArrayList<>();

  /** The piece with this number fails; its number is noted all the same. */
  private final class Failing implements TaskSequence.Pieces {

    private final int failing;
    private final boolean together;
    private final CountDownLatch left = new CountDownLatch(SIZE);

    Failing(int failing, boolean together) {
      this.failing = failing;
      this.together = together;
    }

    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public boolean endTogether() {
      return together;
    }

    @Override
    public void perform(int index) {
      done.add(index);
      left.countDown();
      if (index == failing) {
        throw new AssertionError("a piece that fails, as it should in this test");
      }
    }
  }

  private static List<Integer> all() {
    return IntStream.range(0, SIZE).boxed().toList();
  }

  @Test
  void closedExecutorRunsThePiecesInTheirOrderThoughOneFails() {
    for (int failing : List.of(0, SIZE / 2, SIZE - 1)) {
      done.clear();
      TaskSequence.start(CLOSED, new Failing(failing, failing == 0));
      assertEquals(all(), done);
    }
  }

  @Test
  void closedExecutorRunsAnyNumberOfPieces() {
    int[] ran = {0};
    TaskSequence.start(
        CLOSED,
        new TaskSequence.Pieces() {
          @Override
          public int size() {
            return 1_000_000;
          }

          @Override
          public void perform(int index) {
            ran[0]++;
          }
        });
    assertEquals(1_000_000, ran[0]);
  }

  @Test
  void pieceThatFailsHarmsNoOtherOnThreads() throws Exception {
    try (AdaptiveExecutor executor = new AdaptiveExecutor("pieces", 4)) {
      for (int failing : List.of(0, SIZE / 2, SIZE - 1)) {
        done.clear();
        Failing pieces = new Failing(failing, true);
        TaskSequence.start(executor, pieces);
        assertTrue(pieces.left.await(30, TimeUnit.SECONDS));
        assertEquals(all(), done.stream().sorted().toList());
      }
    }
  }

  /** As if no thread could be made; what has been handed over before is kept. */
  private static final class Refusing implements Executor {

    private final int takes;
    private final boolean keeps;
    private final List<Runnable> taken = new ArrayList<>();
    private int asked;

    Refusing(int takes, boolean keeps) {
      this.takes = takes;
      this.keeps = keeps;
    }

    @Override
    public void execute(Runnable task) {
      boolean refuses = ++asked > takes;
      if (keeps || !refuses) {
        taken.add(task);
      }
      if (refuses) {
        throw new OutOfMemoryError("no memory for a thread, as in this test");
      }
    }

    void runTaken() {
      List.copyOf(taken).forEach(Runnable::run);
    }
  }

  @Test
  void eachPieceRunsOnceThoughTheExecutorThrows() {
    for (int takes = 0; takes < SIZE; takes++) {
      for (boolean keeps : List.of(true, false)) {
        done.clear();
        Refusing executor = new Refusing(takes, keeps);
        TaskSequence.start(executor, new Failing(-1, true));
        executor.runTaken();
        assertEquals(all(), done, "it takes " + takes + ", keeps others: " + keeps);
      }
    }
  }

  /** The first piece blocks, so that each of the others gets its own task. */
  @Test
  void eachPieceRunsOnceThoughTheExecutorThrowsWhileTheySpread() throws Exception {
    for (boolean keeps : List.of(true, false)) {
      done.clear();
      Refusing executor = new Refusing(2, keeps);
      CountDownLatch blocked = new CountDownLatch(1);
      CountDownLatch begun = new CountDownLatch(1);
      TaskSequence.start(executor, new Blocking(begun, blocked));
      Thread first = new Thread(executor.taken.get(0));
      first.start();
      assertTrue(begun.await(30, TimeUnit.SECONDS));
      executor.taken.get(1).run(); // the call for another
      blocked.countDown();
      first.join();
      executor.runTaken();
      assertEquals(all(), done.stream().sorted().toList(), "it keeps others: " + keeps);
    }
  }

  private final class Blocking implements TaskSequence.Pieces {

    private final CountDownLatch begun;
    private final CountDownLatch blocked;

    Blocking(CountDownLatch begun, CountDownLatch blocked) {
      this.begun = begun;
      this.blocked = blocked;
    }

    @Override
    public int size() {
      return SIZE;
    }

    /** The first piece has begun long ago. */
    @Override
    public long nanoTime() {
      return System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
    }

    @Override
    public void perform(int index) {
      done.add(index);
      if (index == 0) {
        begun.countDown();
        await(blocked);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void closedExecutorRunsWhatIsLeftThoughOneTaskFails() {
    AdaptiveExecutor executor = new AdaptiveExecutor("closed", 1);
    executor.shutdown();
    List<String> ran = Collections.synchronizedList(new ArrayList<>());
    executor.execute(
        () -> {
          throw new IllegalStateException("a task that fails, as it should in this test");
        });
    executor.execute(() -> ran.add("next"));
    assertEquals(List.of("next"), ran);
  }
}
