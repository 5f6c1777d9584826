package io.callbox.testkit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.time.Await;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded, and when. */
@Timeout(60)
final class HistoryTest {

  private final History history = new History();
  private final CompletableFuture<Integer> source = new CompletableFuture<>();

  /** Others who listen to the answer may be told of it first, and take their time. */
  @Test
  void answerIsNotThereBeforeItIsRecorded() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Integer> call = history.call("a", () -> source);
    source.thenRun(() -> Await.latch(release));
    Thread answering = new Thread(() -> source.complete(7));
    answering.start();
    Await.until("it is answered", source::isDone);
    boolean recorded = !history.calls().get(0).outcomes().isEmpty();
    assertTrue(recorded || !call.isDone(), "an answer that nobody has recorded");
    release.countDown();
    assertEquals(7, call.join());
    assertEquals(1, history.calls().get(0).outcomes().size());
    answering.join();
  }

  @Test
  void cancellingTheAnswerCancelsTheCall() {
    CompletableFuture<Integer> call = history.call("a", () -> source);
    assertFalse(source.isDone());
    call.cancel(true);
    assertTrue(source.isCancelled());
    assertEquals(1, history.calls().get(0).outcomes().size());
  }
}
