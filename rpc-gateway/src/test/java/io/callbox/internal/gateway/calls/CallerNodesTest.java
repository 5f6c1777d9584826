package io.callbox.internal.gateway.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.Waiting;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class CallerNodesTest {

  private static final MethodDescriptor<String> WAIT =
      MethodDescriptor.named("Library", "wait").returning(RawJson::copy);

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void callerThatIsIdleMakesRoomForAnotherAndNoOtherDoes() {
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(2, Duration.ofMinutes(2));
    try (InMemoryTransport transport = new InMemoryTransport();
        CallerNodes nodes =
            new CallerNodes("gateway", transport, each -> each, bounds, nanos::get)) {
      RpcNode ann = nodes.awaited(new Caller("ann"));
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      RpcNode bob = nodes.awaited(new Caller("bob"));
      RpcException full = assertThrows(RpcException.class, () -> nodes.awaited(new Caller("cid")));
      assertEquals(StatusCode.RESOURCE_EXHAUSTED, full.code());
      nanos.addAndGet(Duration.ofMinutes(2).minusSeconds(1).toNanos());
      assertEquals("gateway.cid", nodes.awaited(new Caller("cid")).id());
      assertSame(bob, nodes.awaited(new Caller("bob")), "it was used later");
      assertThrows(RpcException.class, () -> nodes.awaited(new Caller("ann")));
      nanos.addAndGet(Duration.ofMinutes(3).toNanos());
      assertNotSame(ann, nodes.awaited(new Caller("ann")));
    }
  }

  @Test
  void callersThatArriveAtOnceDoNotPassTheBound() throws Exception {
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(1, Duration.ofMinutes(2));
    CountDownLatch starts = new CountDownLatch(1);
    try (InMemoryTransport transport = new InMemoryTransport();
        CallerNodes nodes =
            new CallerNodes(
                "gateway", transport, each -> awaited(starts, each), bounds, nanos::get)) {
      CompletableFuture<RpcNode> ann = nodes.of(new Caller("ann"));
      assertSame(ann, nodes.of(new Caller("ann")), "her node starts once");
      RpcException full = assertThrows(RpcException.class, () -> nodes.awaited(new Caller("bob")));
      assertEquals(StatusCode.RESOURCE_EXHAUSTED, full.code());
      assertFalse(ann.isDone(), "nobody waits for her node to start");
      starts.countDown();
      assertEquals("gateway.ann", ann.get(60, TimeUnit.SECONDS).id());
    }
  }

  @Test
  void nodeThatCannotStartGivesItsRoomBack() throws Exception {
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(1, Duration.ofMinutes(2));
    AtomicBoolean broken = new AtomicBoolean(true);
    UnaryOperator<RpcNodeBuilder> settings =
        each -> {
          if (broken.get()) {
            throw new RpcException(StatusCode.UNAVAILABLE, "Redis is away");
          }
          return each;
        };
    try (InMemoryTransport transport = new InMemoryTransport();
        CallerNodes nodes = new CallerNodes("gateway", transport, settings, bounds, nanos::get)) {
      RpcException away = assertThrows(RpcException.class, () -> nodes.awaited(new Caller("ann")));
      assertEquals(StatusCode.UNAVAILABLE, away.code());
      broken.set(false);
      Waiting.until(() -> nodes.of(new Caller("bob")).handle((node, full) -> full == null).join());
      assertEquals("gateway.bob", nodes.awaited(new Caller("bob")).id());
    }
  }

  @Test
  void callerThatArrivesDoesNotWaitForTheOneThatMakesRoomToClose() throws Exception {
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(1, Duration.ofMinutes(2));
    Shelves shelves = new Shelves();
    UnaryOperator<RpcNodeBuilder> serving =
        each -> each.register(new LibrarySkeleton(shelves)).drain(Duration.ofMinutes(1));
    try (InMemoryTransport transport = new InMemoryTransport();
        CallerNodes nodes = new CallerNodes("gateway", transport, serving, bounds, nanos::get)) {
      RpcNode ann = nodes.awaited(new Caller("ann"));
      CompletableFuture<String> call =
          ann.channelTo(ann.id())
              .callAsync(WAIT, out -> out.writeRawValue("[60000]"), CallOptions.DEFAULT);
      Waiting.until(() -> shelves.waiting.get() == 1);
      nanos.addAndGet(Duration.ofMinutes(3).toNanos());
      assertEquals("gateway.bob", nodes.awaited(new Caller("bob")).id());
      assertEquals(1, shelves.waiting.get(), "her node still drains");
      call.cancel(true);
      Waiting.until(() -> shelves.waiting.get() == 0);
    }
  }

  private static <T> T awaited(CountDownLatch latch, T value) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return value;
  }
}
