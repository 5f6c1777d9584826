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
 * A thread is made by a class whose job it is, and this says which: what is done later is a task of
 * the node's scheduler, what is done again and again a poll loop, and a call runs on the executor.
 */
final class ThreadsTest {

  private static final String BROKER =
      "it waits for the broker, which the node's scheduler must not";
  private static final String OTHERS = "it looks after other threads, and must not depend on them";
  private static final String REDISSON = "Redisson wants threads of its own";
  private static final String HOOK = "the JVM runs it when the program ends";
  private static final String DOOR =
      "it waits for calls, which a thread of the HTTP server must not";

  private static final Map<String, String> MAY_MAKE_THREADS =
      Map.ofEntries(
          entry("BenchRun", "each of its callers makes one call at a time"),
          entry("CallerNodes", DOOR),
          entry("Connection", "it gives up a start that takes too long"),
          entry("Console", DOOR),
          entry("Directory", DOOR),
          entry("DueCalls", BROKER),
          entry("ForgettableItems", "it hears from the JVM which streams are forgotten"),
          entry("GatewayCommand", HOOK),
          entry("Heartbeat", BROKER),
          entry("InterruptibleProgress", HOOK),
          entry("KeepAlive", "a program that serves runs on after its main method"),
          entry("Later", "one thread of the program ends takes whose masters are away"),
          entry("LeanThreads", REDISSON),
          entry("NodeParts", "a request that closes its own node must not wait for itself"),
          entry("NodeProcess", HOOK + "; a process may say nothing"),
          entry("Nodes", "nodes of a test close at the same time"),
          entry("PollLoop", "it is the loop that takes messages"),
          entry("ProgramEnd", OTHERS),
          entry("RealTimers", "the test kit's delays in real time"),
          entry("RedisProcess", HOOK),
          entry("RegistryWatcher", BROKER),
          entry("Renderings", "a second processor renders while the first reads"),
          entry("Seeds", "each thread runs tests of its own"),
          entry("SideThread", "a task that hangs is left behind"),
          entry("StallDetector", OTHERS),
          entry("TaskScheduler", "it is the scheduler of a node"),
          entry("TaskWatch", "the test kit counts the tasks of its nodes"),
          entry("TcpProxy", "one for each connection of a test"),
          entry("TimeoutMonitor", OTHERS),
          entry("WorkerPool", "these are the threads of the executor"));

  @Test
  void threadsAreMadeByThoseWhoseJobItIs() {
    assertEquals(new TreeSet<>(MAY_MAKE_THREADS.keySet()), whoMakesThreads(PublishedClasses.all()));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadThreads.OfItsOwn.class,
        BadThreads.ByReference.class,
        BadThreads.ByFactory.class,
        BadThreads.ByExecutors.class,
        BadThreads.OfAPool.class,
        BadThreads.OfATimer.class,
        BadThreads.OfTheJvm.class,
        BadThreads.OfTheJvmByReference.class,
        BadThreads.OfTheJvmForAStream.class,
        BadThreads.OfNetty.class,
        BadThreads.ForWhatIsForgotten.class,
        BadThreads.Itself.class
      })
  void threadOfAnotherClassIsFound(Class<?> bad) {
    assertEquals(Set.of("BadThreads"), whoMakesThreads(PublishedClasses.of(bad)));
  }

  private static Set<String> whoMakesThreads(Iterable<JavaClass> classes) {
    return PublishedClasses.whoDoes(ThreadsTest::makesThreads, classes);
  }

  private static boolean makesThreads(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && (makesThreads(called.getOwner(), called.getName()) || usesCommonPool(called));
  }

  private static boolean makesThreads(JavaClass owner, String name) {
    return (name.equals("<init>") && isOfThreads(owner))
        || owner.isEquivalentTo(java.util.concurrent.Executors.class)
        || (owner.isEquivalentTo(java.lang.ref.Cleaner.class) && name.equals("create"))
        || (owner.isEquivalentTo(Thread.class)
            && name.matches("of(Virtual|Platform)|startVirtual.*"));
  }

  /** The JVM's own threads are few, and whoever blocks one is in the way of all others. */
  private static boolean usesCommonPool(CodeUnitAccessTarget called) {
    return called.getName().matches("commonPool|parallelStream")
        || (called.getOwner().isAssignableTo(java.util.stream.BaseStream.class)
            && called.getName().equals("parallel"))
        || (called.getOwner().isAssignableTo(java.util.concurrent.CompletionStage.class)
            && called.getName().endsWith("Async")
            && called.getRawParameterTypes().stream()
                .noneMatch(each -> each.isEquivalentTo(java.util.concurrent.Executor.class)));
  }

  private static boolean isOfThreads(JavaClass owner) {
    return owner.isAssignableTo(Thread.class)
        || owner.isAssignableTo(java.util.Timer.class)
        || owner.isAssignableTo(java.util.concurrent.AbstractExecutorService.class)
        || owner.isAssignableTo("io.netty.util.Timer")
        || owner.isAssignableTo("io.netty.util.concurrent.EventExecutorGroup");
  }
}
