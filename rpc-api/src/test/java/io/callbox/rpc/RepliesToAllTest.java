package io.callbox.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.json.Numbers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those who wait for replies get, and when. */
@Timeout(30)
final class RepliesToAllTest {

  private final CompletableFuture<Integer> a = new CompletableFuture<>();
  private final CompletableFuture<Integer> b = new CompletableFuture<>();
  private final CompletableFuture<Integer> c = new CompletableFuture<>();
  private final Replies<Integer> replies =
      new Replies<>(
          MethodDescriptor.named("A", "m").returning(Numbers::readInt),
          new TreeMap<>(Map.of("a", a, "b", b, "c", c)),
          Duration.ofSeconds(10),
          () -> {});

  @Test
  void repliesAreInTheOrderInWhichTheyCame() {
    b.complete(2);
    RpcException no = new RpcException(StatusCode.WORKER_LOST, "gone");
    a.completeExceptionally(no);
    c.complete(3);
    assertEquals(List.of("b", "a", "c"), replies.await().stream().map(Reply::node).toList());
    Iterator<Reply<Integer>> each = replies.iterator();
    assertEquals(2, each.next().value());
    assertSame(no, each.next().failure());
    assertEquals(3, each.next().value());
    assertThrows(NoSuchElementException.class, each::next);
  }

  @Test
  void enoughResultsAreNotKeptWaitingForTheOthers() {
    b.complete(2);
    assertEquals(2, replies.first(1).get(0).value());
    c.complete(3);
    assertEquals(List.of(new Reply<>("b", 2, null), new Reply<>("c", 3, null)), replies.majority());
  }

  @Test
  void whoeverWaitsForTooManyIsToldBeforeTheLastHasAnswered() {
    RpcException lost = new RpcException(StatusCode.WORKER_LOST, "gone");
    a.completeExceptionally(lost);
    b.completeExceptionally(lost);
    RpcException tooFew = assertThrows(RpcException.class, replies::majority);
    assertEquals(
        "A.m: 2 of 3 providers failed, so that 2 results cannot come", tooFew.getMessage());
    assertSame(lost, tooFew.getSuppressed()[1]);
  }

  @Test
  void cancelledCallIsAReplyToo() {
    a.complete(1);
    replies.cancel();
    assertTrue(b.isCancelled());
    List<Reply<Integer>> failures = replies.failures();
    assertEquals(2, failures.size());
    assertEquals(
        StatusCode.CANCELLED,
        assertInstanceOf(RpcException.class, failures.get(0).failure()).code());
  }

  @Test
  void interruptedWaiterGoesAndTheCallsGoOn() {
    Thread.currentThread().interrupt();
    RpcException interrupted = assertThrows(RpcException.class, replies::await);
    assertEquals(StatusCode.CANCELLED, interrupted.code());
    assertTrue(Thread.interrupted());
    a.complete(1);
    assertEquals(1, replies.first(1).get(0).value());
  }

  @Test
  void noResultsCannotBeAskedFor() {
    assertThrows(IllegalArgumentException.class, () -> replies.first(0));
  }
}
