package io.callbox.internal.gateway.mcp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;

final class RunningRequestsTest {

  private static final RunningRequests.Key KEY = new RunningRequests.Key("client", 1);

  private final RunningRequests running = new RunningRequests();
  private final Disposable first = Disposables.single();
  private final Disposable second = Disposables.single();

  @Test
  void requestThatEndsLeavesAnotherWithTheSameKey() {
    running.began(KEY, first);
    running.began(KEY, second);

    running.ended(KEY, first);
    running.cancel(KEY);

    assertFalse(first.isDisposed());
    assertTrue(second.isDisposed());
  }

  @Test
  void requestThatHasEndedIsNotCancelled() {
    running.began(KEY, first);

    running.ended(KEY, first);
    running.cancel(KEY);

    assertFalse(first.isDisposed());
  }
}
