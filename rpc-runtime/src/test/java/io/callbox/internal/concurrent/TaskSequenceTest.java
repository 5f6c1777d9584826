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
