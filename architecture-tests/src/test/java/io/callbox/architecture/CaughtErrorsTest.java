package io.callbox.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Errors that vanish come back as hanging calls: nobody catches {@code Throwable}, and errors only
 * those that answer, go on, or throw it again, each for its reason.
 */
final class CaughtErrorsTest {

  private static final Path BAD = Path.of("src/test/java/io/callbox/architecture/BadHabits.java");

  private static final Pattern ANYTHING = Pattern.compile("\\b(java\\.lang\\.)?Throwable\\b");
  private static final Pattern ERRORS = Pattern.compile("\\b\\w*Error\\b");

  private static final String ANSWERED = "a request is answered whatever happens";
  private static final String ENDED = "a call or stream of users' code ends, and is told so";
  private static final String GOES_ON = "a loop or thread that serves many survives one of them";
  private static final String THROWN = "it is told to an observer, or undone, and thrown again";
  private static final String NO_THREAD = "a JVM without memory for a thread goes on with others";

  private static final String USERS_CLASS = "a class of the user's that cannot be loaded is named";

  private static final Map<String, String> MAY_CATCH_ERRORS =
      Map.ofEntries(
          entry("AccessOptions", USERS_CLASS),
          entry("AdaptiveExecutor", GOES_ON + "; " + NO_THREAD),
          entry("AsyncCall", ENDED),
          entry("AutoAckConsumer", GOES_ON),
          entry("Beat", GOES_ON),
          entry("BeginSteps", GOES_ON),
          entry("BulkRuns", GOES_ON),
          entry("CallResponse", ANSWERED),
          entry("CardRenewal", GOES_ON),
          entry("DeferredPushes", GOES_ON),
          entry("Dispatcher", ANSWERED),
          entry("DueCalls", GOES_ON),
          entry("DurableDispatch", ANSWERED),
          entry("DurableHandle", ENDED),
          entry("InterceptedChannel", THROWN),
          entry("InterceptorChain", ANSWERED),
          entry("ItemDelivery", ENDED),
          entry("ItemEncoder", ENDED),
          entry("Later", GOES_ON),
          entry("NestedCallObservers", GOES_ON),
          entry("PendingCalls", ENDED),
          entry("PollLoop", GOES_ON),
          entry("Producer", ENDED),
          entry("PulledItems", ENDED),
          entry("PushLane", GOES_ON),
          entry("RegistrySnapshot", GOES_ON),
          entry("ReplyReceiver", GOES_ON),
          entry("RequestReceiver", THROWN),
          entry("ResponseEncoder", ANSWERED),
          entry("Seeds", THROWN),
          entry("ServerCall", ANSWERED),
          entry("ServerStream", ENDED),
          entry("ServiceTable", ANSWERED),
          entry("StallDetector", GOES_ON + "; " + NO_THREAD),
          entry("StartedPush", GOES_ON),
          entry("TaskScheduler", GOES_ON),
          entry("TaskSequence", GOES_ON),
          entry("TimeoutMonitor", GOES_ON),
          entry("WholeBuffers", THROWN));

  @Test
  void nobodyCatchesThrowable() throws IOException {
    assertEquals(Set.of(), catching(ANYTHING, PublishedSources.all()));
  }

  @Test
  void errorsAreCaughtWhereTheReasonIsKnown() throws IOException {
    assertEquals(
        new TreeSet<>(MAY_CATCH_ERRORS.keySet()), catching(ERRORS, PublishedSources.all()));
  }

  @Test
  void ruleFindsCodeThatCatchesTooMuch() throws IOException {
    List<CompilationUnitTree> bad = PublishedSources.parse(List.of(BAD));
    assertEquals(Set.of("BadHabits"), catching(ANYTHING, bad));
    assertEquals(Set.of("BadHabits"), catching(ERRORS, bad));
  }

  private static Set<String> catching(Pattern type, List<CompilationUnitTree> units) {
    Set<String> found = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitCatch(CatchTree caught, Void nothing) {
          if (type.matcher(caught.getParameter().getType().toString()).find()) {
            found.add(PublishedSources.name(unit));
          }
          return super.visitCatch(caught, null);
        }
      }.scan(unit, null);
    }
    return found;
  }
}
