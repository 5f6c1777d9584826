package io.callbox.internal.gateway.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.Waiting;
import io.callbox.gateway.access.Authorizer;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.CallOptions;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RawCallsTest {

  private static final Caller ANN = new Caller("ann");
  private static final Caller BOB = new Caller("bob");

  private final CountDownLatch starts = new CountDownLatch(1);
  private final AtomicInteger started = new AtomicInteger();

  /** Starts the first node slowly, and all others at once. */
  private RpcNodeBuilder slowlyAtFirst(RpcNodeBuilder builder) {
    if (started.getAndIncrement() == 0) {
      try {
        assertTrue(starts.await(60, TimeUnit.SECONDS));
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
    return builder;
  }

  private static RawCalls.Call note(Caller caller, String text) {
    return new RawCalls.Call(
        caller, "Library.note", "[\"" + text + "\"]", CallOptions.DEFAULT, false);
  }

  @Test
  void callerWhoseNodeStartsSlowlyHoldsNobodyUp() throws Exception {
    Shelves shelves = new Shelves();
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(9, Duration.ofMinutes(2));
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode worker =
            RpcNode.builder("worker")
                .transport(transport)
                .register(new LibrarySkeleton(shelves))
                .start();
        RpcNode node = RpcNode.builder("gateway").transport(transport).start();
        Directory directory = new Directory(node, method -> true);
        CallerNodes nodes = new CallerNodes("gateway", transport, this::slowlyAtFirst, bounds)) {
      assertTrue(worker.health().alive());
      RawCalls calls = new RawCalls(directory, nodes, Authorizer.ALL, Duration.ofMinutes(1));
      CompletableFuture<String> first = calls.make(note(ANN, "first"));
      CompletableFuture<String> givenUp = calls.make(note(ANN, "given up"));
      Waiting.until(() -> started.get() == 1);
      assertEquals("null", calls.make(note(BOB, "bob's")).get(60, TimeUnit.SECONDS));
      assertFalse(first.isDone());
      assertTrue(givenUp.cancel(true));
      starts.countDown();
      assertEquals("null", first.get(60, TimeUnit.SECONDS));
      Waiting.until(() -> shelves.notes().contains("first"));
      assertFalse(shelves.notes().contains("given up"), "it was cancelled before it was sent");
    }
  }
}
