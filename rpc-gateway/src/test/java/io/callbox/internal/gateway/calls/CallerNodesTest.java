package io.callbox.internal.gateway.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.gateway.access.Caller;
import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class CallerNodesTest {

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void callerThatIsIdleMakesRoomForAnotherAndNoOtherDoes() {
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(2, Duration.ofMinutes(2));
    try (InMemoryTransport transport = new InMemoryTransport();
        CallerNodes nodes =
            new CallerNodes("gateway", transport, each -> each, bounds, nanos::get)) {
      RpcNode ann = nodes.of(new Caller("ann"));
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      RpcNode bob = nodes.of(new Caller("bob"));
      RpcException full = assertThrows(RpcException.class, () -> nodes.of(new Caller("cid")));
      assertEquals(StatusCode.RESOURCE_EXHAUSTED, full.code());
      nanos.addAndGet(Duration.ofMinutes(2).minusSeconds(1).toNanos());
      assertEquals("gateway.cid", nodes.of(new Caller("cid")).id());
      assertSame(bob, nodes.of(new Caller("bob")), "it was used later");
      assertThrows(RpcException.class, () -> nodes.of(new Caller("ann")));
      nanos.addAndGet(Duration.ofMinutes(3).toNanos());
      assertNotSame(ann, nodes.of(new Caller("ann")));
    }
  }
}
