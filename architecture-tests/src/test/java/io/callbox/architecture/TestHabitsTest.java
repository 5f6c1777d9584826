package io.callbox.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tests of no module do: sleep, use mocks, depend on their order, rest without a reason.
 */
final class TestHabitsTest {

  private static final Set<String> SLEEPS = Set.of("sleep", "parkNanos", "parkUntil");

  private static final String CONDITION = "it awaits a condition, with a bound";
  private static final String WORK = "the work of a service takes so long";
  private static final String LOAD = "the pace of a load, or of a network";
  private static final String TIME = "nothing tells but time: ";

  private static final Map<String, String> MAY_SLEEP =
      Map.ofEntries(
          entry("Await", CONDITION),
          entry("CallerGivesUpTest", TIME + "Redisson sends again"),
          entry("CallsExampleTest", "it shows users a pause between two attempts"),
          entry("DurableCallsTest", WORK),
          entry("FullRedisTest", TIME + "leases are renewed"),
          entry("JobsProcess", WORK),
          entry("Load", LOAD),
          entry("NodeRegistryTest", TIME + "so many commands a second"),
          entry("RedisOutageTest", LOAD),
          entry("Shelves", WORK),
          entry("SlowProxy", LOAD),
          entry("SpringFirstCallIT", CONDITION + " that Maven's first build may need"),
          entry("SteadyCalls", LOAD),
          entry("TransportContract", TIME + "a take waits"),
          entry("Waiting", CONDITION),
          entry("Work", WORK));

  private static final Set<String> OF_ORDER =
      Set.of("TestMethodOrder", "TestClassOrder", "RetryingTest");

  @Test
  void noTestSleepsWithoutAReason() {
    assertEquals(new TreeSet<>(MAY_SLEEP.keySet()), new Sleeps().in(PublishedSources.tests()));
  }

  @Test
  void noTestHasAMock() {
    assertEquals(Set.of(), new Mocks().in(PublishedSources.tests()));
  }

  @Test
  void noTestDependsOnItsOrderOrOnAnotherTry() {
    assertEquals(Set.of(), new Orders().in(PublishedSources.tests()));
  }

  @Test
  void testThatRestsSaysWhy() {
    assertEquals(Set.of(), new Rests().in(PublishedSources.tests()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Bad { void act() throws Exception { Thread.sleep(100); } }",
        "class Bad { void act() throws Exception { java.util.concurrent.TimeUnit.DAYS.sleep(1); } }",
        "class Bad { java.util.function.LongConsumer rest = LockSupport::parkNanos; }",
        "class Bad { void act() throws Exception { new CountDownLatch(1).await(1, SECONDS); } }",
        "class Bad { void act() throws Exception { synchronized (this) { this.wait(100); } } }",
        "import static java.lang.Thread.sleep; class Bad { void act() { sleep(100); } }"
      })
  void sleepIsFound(String bad) throws IOException {
    assertEquals(Set.of("Bad"), new Sleeps().in(PublishedSources.parse(bad)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import org.mockito.Mockito; class Bad {}",
        "import static org.mockito.Mockito.mock; class Bad {}",
        "import org.easymock.EasyMock; class Bad {}",
        "class Bad { @org.springframework.test.context.bean.override.mockito.MockitoBean int a; }",
        "import io.mockk.MockK; class Bad {}"
      })
  void mockIsFound(String bad) throws IOException {
    assertEquals(Set.of("Bad"), new Mocks().in(PublishedSources.parse(bad)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@TestMethodOrder(OrderAnnotation.class) class Bad {}",
        "class Bad { @org.junitpioneer.jupiter.RetryingTest(3) void act() {} }"
      })
  void orderIsFound(String bad) throws IOException {
    assertEquals(Set.of("Bad"), new Orders().in(PublishedSources.parse(bad)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@Disabled class Bad {}", "class Bad { @Disabled(\"\") @Test void act() {} }"})
  void restWithoutAReasonIsFound(String bad) throws IOException {
    assertEquals(Set.of("Bad"), new Rests().in(PublishedSources.parse(bad)));
  }

  @Test
  void restWithAReasonIsNot() throws IOException {
    String good = "@Disabled(\"fails on Sundays: seen twice\") class Bad {}";
    assertEquals(Set.of(), new Rests().in(PublishedSources.parse(good)));
  }

  /** By a call, by a reference, or by the name alone, as after a static import. */
  private static final class Sleeps extends Search {

    @Override
    public Void visitMemberSelect(MemberSelectTree member, Void nothing) {
      look(member.getIdentifier().toString());
      return super.visitMemberSelect(member, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree member, Void nothing) {
      look(member.getName().toString());
      return super.visitMemberReference(member, null);
    }

    /** A new latch that nobody else has never opens: this is a sleep, too. */
    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree member
          && ((isSleepOf(member, "await|tryAcquire")
                  && member.getExpression() instanceof NewClassTree)
              || isSleepOf(member, "wait"))
          && !call.getArguments().isEmpty()
          && call.getArguments().size() <= 2) {
        found();
      }
      return super.visitMethodInvocation(call, null);
    }

    private static boolean isSleepOf(MemberSelectTree member, String names) {
      return member.getIdentifier().toString().matches(names);
    }

    private void look(String name) {
      if (SLEEPS.contains(name)) {
        found();
      }
    }
  }

  private static final class Mocks extends Search {

    @Override
    public Void visitImport(ImportTree imported, Void nothing) {
      look(imported.getQualifiedIdentifier().toString());
      return super.visitImport(imported, null);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
      look(annotation.getAnnotationType().toString());
      return super.visitAnnotation(annotation, null);
    }

    private void look(String name) {
      if (name.matches("(?i).*(mockito|easymock|jmockit|mockk|mockbean|wiremock).*")) {
        found();
      }
    }
  }

  private static final class Orders extends Search {

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
      if (OF_ORDER.contains(simpleName(annotation))) {
        found();
      }
      return super.visitAnnotation(annotation, null);
    }
  }

  private static final class Rests extends Search {

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
      boolean says =
          annotation.getArguments().stream().anyMatch(each -> !each.toString().endsWith("\"\""));
      if (simpleName(annotation).equals("Disabled") && !says) {
        found();
      }
      return super.visitAnnotation(annotation, null);
    }
  }

  private static String simpleName(AnnotationTree annotation) {
    return annotation.getAnnotationType().toString().replaceFirst(".*\\.", "");
  }
}
