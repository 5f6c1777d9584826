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

/**
 * Every queue between threads has a bound: its own, or that of what it holds, which is said here.
 */
final class BoundedQueuesTest {

  private static final Set<String> BOUNDED_BY_AN_ARGUMENT =
      Set.of(
          "java.util.concurrent.LinkedBlockingQueue", "java.util.concurrent.LinkedBlockingDeque");

  private static final Set<String> UNBOUNDED =
      Set.of(
          "java.util.concurrent.ConcurrentLinkedQueue",
          "java.util.concurrent.ConcurrentLinkedDeque",
          "java.util.concurrent.DelayQueue",
          "java.util.concurrent.LinkedTransferQueue",
          "java.util.concurrent.PriorityBlockingQueue",
          "java.util.concurrent.SubmissionPublisher");

  private static final String CALLS = "one for each call of the application, until its timeout";

  private static final Map<String, String> MAY_HOLD_MORE =
      Map.ofEntries(
          entry("AutoAckConsumer", "it leaves four pops behind, and each has a maximum"),
          entry("BlockingItems", "no more items come than it has asked for"),
          entry("CallbackExecutor", CALLS),
          entry("DeferredPushes", "one for each task that runs together with others on a thread"),
          entry("PushLane", CALLS),
          entry("SyncedConnections", "it keeps eight idle connections, and closes any other"),
          entry("TaskLanes", "one for each request that a permit has let in, or " + CALLS));

  @Test
  void everyQueueHasABound() {
    assertEquals(new TreeSet<>(MAY_HOLD_MORE.keySet()), whoQueues(PublishedClasses.all()));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadQueues.OfTasks.class,
        BadQueues.OfNews.class,
        BadQueues.OfNewsByReference.class,
        BadQueues.OfCopies.class,
        BadQueues.OfWhatIsDue.class
      })
  void queueWithoutABoundIsFound(Class<?> bad) {
    assertEquals(Set.of("BadQueues"), whoQueues(PublishedClasses.of(bad)));
  }

  @Test
  void queueWithABoundIsNot() {
    Iterable<JavaClass> good = PublishedClasses.of(BadQueues.Bounded.class);
    assertEquals(Set.of(), whoQueues(good));
  }

  private static Set<String> whoQueues(Iterable<JavaClass> classes) {
    return PublishedClasses.whoDoes(BoundedQueuesTest::makesUnbounded, classes);
  }

  private static boolean makesUnbounded(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && called.getName().equals("<init>")
        && (UNBOUNDED.contains(called.getOwner().getName())
            || (BOUNDED_BY_AN_ARGUMENT.contains(called.getOwner().getName())
                && called.getRawParameterTypes().stream()
                    .noneMatch(each -> each.getName().equals("int"))));
  }
}
