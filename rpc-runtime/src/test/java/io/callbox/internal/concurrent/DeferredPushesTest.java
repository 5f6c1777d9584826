package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeferredPushesTest {

  @Test
  void pushThatFailsHoldsUpNoOther() {
    DeferredPushes pushes = new DeferredPushes();
    List<String> pushed = new ArrayList<>();
    pushes.hold(() -> pushed.add("first"));
    pushes.hold(
        () -> {
          throw new AssertionError("a push that fails, as it should in this test");
        });
    pushes.hold(() -> pushed.add("last"));
    pushes.release();
    assertEquals(List.of("first", "last"), pushed);
  }
}
