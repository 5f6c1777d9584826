package io.callbox.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message and every wake-up can be lost: each wait has a bound. */
final class BoundedWaitsTest {

  /** What waits, unless one of its parameters is a time. */
  private static final Map<String, Set<String>> WAITS =
      Map.ofEntries(
          entry("java.lang.Object", Set.of("wait")),
          entry("java.lang.Process", Set.of("waitFor")),
          entry("java.lang.Thread", Set.of("join")),
          entry(
              "java.util.concurrent.BlockingDeque",
              Set.of("takeFirst", "takeLast", "putFirst", "putLast")),
          entry("java.util.concurrent.BlockingQueue", Set.of("take", "put")),
          entry("java.util.concurrent.CompletableFuture", Set.of("get", "join")),
          entry("java.util.concurrent.CompletionService", Set.of("take")),
          entry("java.util.concurrent.CountDownLatch", Set.of("await")),
          entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
          entry("java.util.concurrent.Exchanger", Set.of("exchange")),
          entry("java.util.concurrent.ExecutorService", Set.of("invokeAll", "invokeAny", "close")),
          entry("java.util.concurrent.ForkJoinTask", Set.of("join", "invoke")),
          entry("java.util.concurrent.Future", Set.of("get")),
          entry(
              "java.util.concurrent.Phaser",
              Set.of("arriveAndAwaitAdvance", "awaitAdvance", "awaitAdvanceInterruptibly")),
          entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly")),
          entry("java.util.concurrent.TransferQueue", Set.of("transfer")),
          entry("java.util.concurrent.locks.Condition", Set.of("await", "awaitUninterruptibly")),
          entry("java.util.concurrent.locks.LockSupport", Set.of("park")),
          entry(
              "io.netty.util.concurrent.Future",
              Set.of("await", "awaitUninterruptibly", "sync", "syncUninterruptibly")),
          entry("org.redisson.api.RCountDownLatch", Set.of("await")),
          entry("org.redisson.api.RFuture", Set.of("await", "awaitUninterruptibly", "sync")),
          entry("org.redisson.api.RSemaphore", Set.of("acquire")));

  private static final Set<String> TIMES =
      Set.of("long", "java.time.Duration", "java.util.concurrent.TimeUnit");

  private static final String OF_A_CALL = "the timeout of the call bounds it";
  private static final String OF_A_NODE = "the start and the end of a node have bounds";
  private static final String OF_A_PROGRAM = "the program is to run until somebody ends it";
  private static final String OF_A_FUTURE = "the future completes by itself after a time";

  private static final Map<String, String> MAY_WAIT =
      Map.ofEntries(
          entry("BenchRun", OF_A_CALL),
          entry("CallCommand", OF_A_CALL),
          entry("CallFuture", OF_A_CALL),
          entry("CallerNodes", OF_A_NODE + "; " + OF_A_FUTURE),
          entry("ContractCalls", OF_A_CALL),
          entry("EndedFuture", "the future has ended"),
          entry("GatewayCommand", OF_A_PROGRAM),
          entry("ItemLists", "the implementation of a test gives the items at once"),
          entry("KeepAlive", OF_A_PROGRAM),
          entry("LiveContracts", OF_A_CALL),
          entry("LiveFeed", "it looks at the registry, and makes calls with a timeout"),
          entry("NodeProcess", OF_A_FUTURE),
          entry("Nodes", OF_A_NODE),
          entry("Questions", OF_A_CALL),
          entry("Rendering", "the other thread computes, and waits for nothing"),
          entry("Seeds", "a user's tests may take as long as they take"),
          entry("Session", OF_A_CALL),
          entry("StatsCalls", OF_A_CALL),
          entry("UnreadableResults", OF_A_CALL));

  @Test
  void everyWaitHasABound() {
    assertEquals(new TreeSet<>(MAY_WAIT.keySet()), whoWaits(PublishedClasses.all()));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadWaits.ForALatch.class,
        BadWaits.ForAPermit.class,
        BadWaits.ForPermits.class,
        BadWaits.ForAResult.class,
        BadWaits.ForAFuture.class,
        BadWaits.ForAFutureByReference.class,
        BadWaits.ForAnAnswerOfRedisson.class,
        BadWaits.ForALatchOfRedisson.class,
        BadWaits.ForAChannel.class,
        BadWaits.ForAThread.class,
        BadWaits.ForATask.class,
        BadWaits.ForRoom.class,
        BadWaits.ForAProcess.class,
        BadWaits.ForANotice.class,
        BadWaits.ForASignal.class,
        BadWaits.ForAnUnpark.class
      })
  void waitWithoutABoundIsFound(Class<?> bad) {
    assertEquals(Set.of("BadWaits"), whoWaits(PublishedClasses.of(bad)));
  }

  @Test
  void waitWithABoundIsNot() {
    Iterable<JavaClass> good = PublishedClasses.of(BadWaits.Bounded.class);
    assertEquals(Set.of(), whoWaits(good));
  }

  private static Set<String> whoWaits(Iterable<JavaClass> classes) {
    return PublishedClasses.whoDoes(BoundedWaitsTest::waits, classes);
  }

  private static boolean waits(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && called.getRawParameterTypes().stream().noneMatch(each -> TIMES.contains(each.getName()))
        && WAITS.entrySet().stream()
            .filter(each -> each.getValue().contains(called.getName()))
            .anyMatch(each -> isOf(called.getOwner(), each.getKey()));
  }

  /** Every class is an object; what waits in a monitor is only what Object declares. */
  private static boolean isOf(JavaClass owner, String type) {
    return type.equals("java.lang.Object")
        ? owner.isEquivalentTo(Object.class)
        : owner.isAssignableTo(type);
  }
}
