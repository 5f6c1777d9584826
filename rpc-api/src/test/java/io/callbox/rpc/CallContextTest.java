package io.callbox.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CallContextTest {

  private static final MethodDescriptor<Integer> METHOD =
      MethodDescriptor.named("Arith", "multiply").returning(in -> in.getIntValue());

  @Test
  void callIsDescribedOnlyIfSomebodyAsks() {
    AtomicInteger asked = new AtomicInteger();
    CallContext call = call("1");
    CallContext.Scope scope =
        CallContext.attach(
            () -> {
              asked.incrementAndGet();
              return call;
            });
    assertEquals(0, asked.get());
    assertSame(call, CallContext.current());
    assertEquals(1, asked.get());
    scope.close();
    assertNull(CallContext.current());
  }

  @Test
  void outerCallIsCurrentAgainAfterAnInnerOne() {
    CallContext outer = call("outer");
    CallContext inner = call("inner");
    CallContext.Scope around = outer.attach();
    CallContext.Scope within = CallContext.attach(() -> inner);
    assertSame(inner, CallContext.current());
    within.close();
    assertSame(outer, CallContext.current());
    around.close();
    assertNull(CallContext.current());
  }

  private static CallContext call(String id) {
    return new CallContext(id, METHOD, null, Map.of(), null, () -> false);
  }
}
