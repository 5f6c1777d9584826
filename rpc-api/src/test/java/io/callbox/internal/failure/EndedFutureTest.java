package io.callbox.internal.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class EndedFutureTest {

  @Test
  void resultOfAFutureThatHasEndedIsReturned() {
    assertEquals(7, EndedFuture.result(CompletableFuture.completedFuture(7)));
  }

  @Test
  void failureOfAFutureIsThrown() {
    CompletableFuture<Integer> failed =
        CompletableFuture.failedFuture(new IllegalArgumentException("no"));
    assertThrows(CompletionException.class, () -> EndedFuture.result(failed));
  }

  @Test
  void futureThatHasNotEndedIsNotAwaited() {
    CompletableFuture<Integer> open = new CompletableFuture<>();
    assertThrows(IllegalStateException.class, () -> EndedFuture.result(open));
  }
}
