package io.callbox.internal.redisson.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class OneAtATimeTest {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private long nanos = Long.MAX_VALUE;
  private final OneAtATime<String> changes = new OneAtATime<>(LONGEST, () -> nanos);

  @Test
  void anotherActionOnTheSameIsNotBegunMeanwhile() throws Exception {
    CompletableFuture<Boolean> first = new CompletableFuture<>();
    changes.run("a", () -> first, false);
    assertFalse(run(() -> CompletableFuture.completedFuture(true)));
    assertTrue(get(changes.run("b", () -> CompletableFuture.completedFuture(true), false)));
    first.complete(true);
    assertTrue(run(() -> CompletableFuture.completedFuture(true)));
  }

  @Test
  void nextActionBeginsAfterOneThatThrew() throws Exception {
    Supplier<CompletionStage<Boolean>> broken =
        () -> {
          throw new IllegalStateException("the client is shut down");
        };
    ExecutionException failure = assertThrows(ExecutionException.class, () -> run(broken));
    assertInstanceOf(IllegalStateException.class, failure.getCause());
    assertTrue(run(() -> CompletableFuture.completedFuture(true)));
  }

  @Test
  void nextActionBeginsAfterAWhileIfOneNeverEnds() throws Exception {
    CompletableFuture<Boolean> never = new CompletableFuture<>();
    changes.run("a", () -> never, false);
    nanos += LONGEST.toNanos();
    assertFalse(run(() -> CompletableFuture.completedFuture(true)));
    nanos++;
    CompletableFuture<Boolean> next = new CompletableFuture<>();
    changes.run("a", () -> next, false);
    never.complete(true);
    assertFalse(run(() -> CompletableFuture.completedFuture(true)), "the next is under way");
    next.complete(true);
    assertTrue(run(() -> CompletableFuture.completedFuture(true)));
  }

  @Test
  void keyIsForgottenIfItsActionNeverEnds() throws Exception {
    OneAtATime<String> brief = new OneAtATime<>(Duration.ofMillis(1), () -> 0);
    CompletableFuture<Boolean> never = new CompletableFuture<>();
    brief.run("a", () -> never, false);
    while (!get(brief.run("a", () -> CompletableFuture.completedFuture(true), false))) {
      Thread.onSpinWait();
    }
    assertFalse(never.isDone());
  }

  private boolean run(Supplier<CompletionStage<Boolean>> action) throws Exception {
    return get(changes.run("a", action, false));
  }

  private static boolean get(CompletionStage<Boolean> result) throws Exception {
    return result.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
