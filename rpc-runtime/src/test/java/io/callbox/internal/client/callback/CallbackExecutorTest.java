package io.callbox.internal.client.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.CallContext;
import io.callbox.testing.Await;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CallbackExecutorTest {

  private final TaskScheduler later =
      new TaskScheduler("callbacks-later", new InMemoryTransport().clock());
  private final CallbackExecutor callbacks = new CallbackExecutor("callbacks", later);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CompletableFuture<Integer> other = CompletableFuture.completedFuture(1);

  @AfterEach
  void close() {
    goOn.countDown();
    callbacks.shutdown();
    later.close();
  }

  @Test
  void futureCompletesWhileFunctionsBlockAndItsFunctionsWait() throws Exception {
    block();
    CallFuture<Integer> future = new CallFuture<>(callbacks);
    List<CompletableFuture<?>> stages = stagesOf(future);
    CallFuture<Integer> failing = new CallFuture<>(callbacks);
    stages.add(failing.exceptionally(failure -> 2));
    stages.add(failing.exceptionallyCompose(failure -> other));
    complete(future, 7);
    callbacks.complete(
        () -> CallContext.Scope.NONE,
        () -> failing.completeExceptionally(new IllegalStateException("on purpose")));
    assertEquals(7, future.get(10, TimeUnit.SECONDS));
    Await.until("it fails", failing::isCompletedExceptionally);
    for (CompletableFuture<?> stage : stages) {
      assertFalse(stage.isDone());
    }
    goOn.countDown();
    for (CompletableFuture<?> stage : stages) {
      stage.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void callsThatEndTogetherDoNotWaitForAFunctionThatBlocks() throws Exception {
    List<CallFuture<Integer>> futures = new ArrayList<>();
    for (int call = 0; call < 20; call++) {
      futures.add(new CallFuture<>(callbacks));
    }
    CompletableFuture<Void> blocks =
        futures.get(0).thenRun(() -> Await.until("it goes on", () -> goOn.getCount() == 0));
    CompletableFuture<Integer> behind = futures.get(19).thenApply(result -> result + 1);
    callbacks.completeTogether(() -> futures.forEach(future -> complete(future, 7)));
    for (CallFuture<Integer> future : futures) {
      assertEquals(7, future.get(10, TimeUnit.SECONDS));
    }
    assertEquals(8, behind.get(10, TimeUnit.SECONDS));
    assertFalse(blocks.isDone());
  }

  /** Whoever ends its own calls on the way does not have them end with those of another node. */
  @Test
  void callsOfAnotherNodeEndByThemselves() throws Exception {
    CallbackExecutor others = new CallbackExecutor("others", later);
    CallFuture<Integer> own = new CallFuture<>(callbacks);
    CallFuture<Integer> foreign = new CallFuture<>(others);
    callbacks.completeTogether(
        () -> {
          others.completeTogether(
              () -> others.complete(() -> CallContext.Scope.NONE, () -> foreign.end(1)));
          complete(own, 2);
        });
    assertEquals(1, foreign.get(10, TimeUnit.SECONDS));
    assertEquals(2, own.get(10, TimeUnit.SECONDS));
    others.shutdown();
  }

  @Test
  void threadThatWaitsRunsNoFunctions() throws Exception {
    assertNoneRunsHere(200, 20);
  }

  /** Few functions are hung on it so soon that it often ends just then. */
  @Test
  void threadThatBeginsToWaitAsTheCallEndsRunsNoFunctions() throws Exception {
    assertNoneRunsHere(20_000, 3);
  }

  private void assertNoneRunsHere(int rounds, int functions) throws Exception {
    for (int round = 0; round < rounds; round++) {
      CallFuture<Integer> future = new CallFuture<>(callbacks);
      List<CompletableFuture<Thread>> ran = new ArrayList<>();
      for (int function = 0; function < functions; function++) {
        ran.add(future.thenApply(result -> Thread.currentThread()));
      }
      complete(future, round);
      assertEquals(round, future.get(20, TimeUnit.SECONDS));
      for (CompletableFuture<Thread> each : ran) {
        assertNotEquals(Thread.currentThread(), each.get(20, TimeUnit.SECONDS));
      }
    }
  }

  private List<CompletableFuture<?>> stagesOf(CallFuture<Integer> future) {
    List<CompletableFuture<?>> stages = new ArrayList<>();
    CompletableFuture<Integer> never = new CompletableFuture<>();
    stages.add(future.thenApply(result -> result));
    stages.add(future.thenAccept(result -> {}));
    stages.add(future.thenRun(() -> {}));
    stages.add(future.thenCombine(other, Integer::sum));
    stages.add(future.thenAcceptBoth(other, (one, two) -> {}));
    stages.add(future.runAfterBoth(other, () -> {}));
    stages.add(future.applyToEither(never, result -> result));
    stages.add(future.acceptEither(never, result -> {}));
    stages.add(future.runAfterEither(never, () -> {}));
    stages.add(future.thenCompose(result -> other));
    stages.add(future.handle((result, failure) -> result));
    stages.add(future.whenComplete((result, failure) -> {}));
    stages.add(future.copy().thenApply(result -> result));
    return stages;
  }

  @Test
  void functionsThatWaitForOthersAreInTroubleUntilThoseEnd() throws Exception {
    block();
    CallFuture<Integer> future = new CallFuture<>(callbacks);
    CompletableFuture<Integer> stage = future.thenApply(result -> result);
    assertNull(callbacks.trouble());
    complete(future, 7);
    Await.until("there is trouble", () -> callbacks.trouble() != null);
    assertNotNull(callbacks.trouble());
    goOn.countDown();
    assertEquals(7, stage.get(10, TimeUnit.SECONDS));
    Await.until("the trouble ends", () -> callbacks.trouble() == null);
  }

  @Test
  void longChainDoesNotUseUpTheStack() throws Exception {
    CallFuture<Integer> future = new CallFuture<>(callbacks);
    CompletableFuture<Integer> last = future;
    for (int stage = 0; stage < 100_000; stage++) {
      last = last.thenApply(count -> count + 1);
    }
    complete(future, 0);
    assertEquals(100_000, last.get(20, TimeUnit.SECONDS));
  }

  @Test
  void functionOfAPlainFutureMayWaitForAStageOfAFutureThatIsComplete() throws Exception {
    CallFuture<Integer> future = new CallFuture<>(callbacks);
    CompletableFuture<Integer> waiting =
        CompletableFuture.allOf(future)
            .thenApply(done -> future.thenApply(result -> result + 1).join());
    complete(future, 7);
    assertEquals(8, waiting.get(10, TimeUnit.SECONDS));
  }

  @Test
  void functionHungOnACompleteFutureRunsOnItsCallersThread() {
    CallFuture<Integer> future = new CallFuture<>(callbacks);
    future.complete(7);
    AtomicReference<Thread> ran = new AtomicReference<>();
    future.thenRun(() -> ran.set(Thread.currentThread()));
    assertEquals(Thread.currentThread(), ran.get());
  }

  @Test
  void functionsOfOneCallRunOnOneThreadInsideItsScope() throws Exception {
    CallFuture<Integer> future = new CallFuture<>(callbacks);
    ThreadLocal<String> bound = ThreadLocal.withInitial(() -> "nothing");
    CompletableFuture<String> first = future.thenApply(result -> bound.get());
    CompletableFuture<String> second = future.thenApply(a -> a).thenApply(b -> bound.get());
    callbacks.complete(
        () -> {
          bound.set("caller's");
          return () -> bound.set("left");
        },
        () -> future.complete(7));
    assertEquals("caller's", first.get(10, TimeUnit.SECONDS));
    assertEquals("caller's", second.get(10, TimeUnit.SECONDS));
  }

  @Test
  void functionThatThrowsFailsItsStageOnly() throws Exception {
    CallFuture<Integer> future = new CallFuture<>(callbacks);
    CompletableFuture<Integer> broken =
        future.thenApply(
            result -> {
              throw new IllegalStateException("on purpose");
            });
    CompletableFuture<Integer> fine = future.thenApply(result -> result);
    complete(future, 7);
    assertEquals(7, fine.get(10, TimeUnit.SECONDS));
    Await.until("it breaks", broken::isCompletedExceptionally);
  }

  @Test
  void futureOfAnotherNodeThatAFunctionCompletesDoesNotMixTheTwo() throws Exception {
    TaskScheduler othersLater = new TaskScheduler("others-later", new InMemoryTransport().clock());
    CallbackExecutor others = new CallbackExecutor("others", othersLater);
    CallFuture<Integer> ours = new CallFuture<>(callbacks);
    CallFuture<Integer> theirs = new CallFuture<>(others);
    CompletableFuture<Thread> ran = theirs.thenApply(result -> Thread.currentThread());
    CompletableFuture<Thread> completer =
        ours.thenApply(
            result -> {
              theirs.complete(result);
              return Thread.currentThread();
            });
    complete(ours, 7);
    assertEquals(completer.get(10, TimeUnit.SECONDS), ran.get(10, TimeUnit.SECONDS));
    assertNotEquals(Thread.currentThread(), ran.get());
    others.shutdown();
    othersLater.close();
  }

  /** Has functions block on as many threads as there may be in functions. */
  private void block() throws Exception {
    CountDownLatch blocked = new CountDownLatch(CallbackExecutor.MOST);
    for (int call = 0; call < CallbackExecutor.MOST; call++) {
      CallFuture<Integer> future = new CallFuture<>(callbacks);
      future.thenRun(
          () -> {
            blocked.countDown();
            Await.until("it goes on", () -> goOn.getCount() == 0);
          });
      complete(future, call);
    }
    assertTrue(blocked.await(20, TimeUnit.SECONDS));
  }

  private void complete(CallFuture<Integer> future, int result) {
    callbacks.complete(() -> CallContext.Scope.NONE, () -> future.complete(result));
  }
}
