package io.callbox.testing;

import io.callbox.node.RpcNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A service whose calls take {@link #RUNNING}, after they have waited {@link #QUEUED} for the only
 * place of their node: a note holds it that long. For one call.
 */
public final class BusyTalk implements Talk {

  /** How long the call waits, at least. */
  public static final Duration QUEUED = Duration.ofMillis(300);

  /** How long the call runs, at least. */
  public static final Duration RUNNING = Duration.ofMillis(200);

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);

  /** Has a note hold the only place of {@code server} until another call has waited for it. */
  public void hold(RpcNode server, Talk.Stub talk) {
    talk.note("hold");
    Await.until("the note is taken", () -> held.getCount() == 0);
    CompletableFuture.runAsync(
        () -> {
          Await.until(
              "a call waits", () -> server.queues().stream().anyMatch(queue -> queue.length() > 0));
          pass(QUEUED);
          free.countDown();
        });
  }

  @Override
  public void note(String line) {
    held.countDown();
    Await.until("the call has waited", () -> free.getCount() == 0);
  }

  @Override
  public String say(String line) throws MuteException {
    pass(RUNNING);
    return switch (line) {
      case "declared" -> throw new MuteException("failed as asked");
      case "fail" -> throw new IllegalStateException("failed as asked");
      default -> line;
    };
  }

  private static void pass(Duration time) {
    long start = System.nanoTime();
    Await.until("time passes", () -> System.nanoTime() - start >= time.toNanos());
  }
}
