package io.callbox.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No method waits for an answer while it holds its monitor. On JDK 21 to 23, a virtual thread that
 * waits in a monitor, or for one, keeps the thread that carries it, and there are as many of those
 * as processors. {@code ReentrantLock} has no such cost. Methods that are {@code synchronized} are
 * looked at, and what they call; blocks in other methods are not.
 */
final class MonitorsTest {

  private static final Set<String> WAITS =
      Set.of(
          "java.lang.Thread.join",
          "java.lang.Thread.sleep",
          "java.util.concurrent.BlockingQueue.put",
          "java.util.concurrent.BlockingQueue.take",
          "java.util.concurrent.CompletableFuture.get",
          "java.util.concurrent.CompletableFuture.join",
          "java.util.concurrent.CountDownLatch.await",
          "java.util.concurrent.Future.get",
          "java.util.concurrent.Semaphore.acquire",
          "java.util.concurrent.Semaphore.acquireUninterruptibly",
          "java.util.concurrent.locks.LockSupport.park",
          "java.util.concurrent.locks.LockSupport.parkNanos");

  /** What waits on threads of the node's own, or takes an answer that is there. */
  private static final List<String> HARMLESS =
      List.of(
          "io.callbox.internal.redisson.take.AcknowledgingConsumer.serve",
          "io.callbox.internal.redisson.take.AutoAckConsumer$Pops.ended",
          "io.callbox.internal.redisson.take.AutoAckConsumer$Pops.next",
          "io.callbox.internal.server.ServedShards.look");

  @Test
  void nobodyWaitsInAMonitorButOnThreadsOfTheNode() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.callbox");
    assertTrue(monitors(product).count() > 50);
    assertEquals(HARMLESS, waiting(product));
  }

  @Test
  void classWithAMonitorIsFound() {
    JavaClasses bad = new ClassFileImporter().importPackages("io.callbox.arch.bad");
    assertEquals(
        List.of("io.callbox.arch.bad.Hoarder.answer", "io.callbox.arch.bad.Hoarder.rest"),
        waiting(bad));
  }

  private static List<String> waiting(JavaClasses classes) {
    return monitors(classes)
        .filter(method -> waits(method, new HashSet<>()))
        .map(method -> method.getOwner().getFullName() + '.' + method.getName())
        .sorted()
        .toList();
  }

  private static Stream<JavaMethod> monitors(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED));
  }

  private static boolean waits(JavaMethod method, Set<JavaMethod> seen) {
    return seen.add(method)
        && method.getMethodCallsFromSelf().stream().anyMatch(call -> waits(call, seen));
  }

  private static boolean waits(JavaMethodCall call, Set<JavaMethod> seen) {
    String name = call.getTargetOwner().getFullName() + '.' + call.getTarget().getName();
    return WAITS.contains(name)
        || call.getTarget().resolveMember().map(called -> waits(called, seen)).orElse(false);
  }
}
