package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is caught leaves something: a block without a statement calls its exception {@code
 * expected}, and says in a comment what makes it so; an interrupt is set again, or thrown.
 */
final class CatchBlocksTest {

  private static final String METHOD = "class Bad { void act() { try { run(); } %s } }";

  private static final Pattern ANYTHING = Pattern.compile("\\b(Runtime)?Exception\\b");

  /** What clears an interrupt, each for its reason. */
  private static final Map<String, String> MAY_CLEAR_INTERRUPTS =
      Map.of(
          "PulledItems", "a stream that was interrupted has ended: the next task is not to be",
          "RunningCall", "a call that was cancelled has ended: the thread's next call is not");

  /** What catches whatever comes and tells nothing of it, each for its reason. */
  private static final Map<String, String> MAY_FORGET_ANYTHING =
      Map.of(
          "DurableDispatch", "the next reading fails again, and answers",
          "ValueParser", "code that needs the reason reads the value in another way");

  @Test
  void emptyBlockSaysWhatItExpects() {
    assertEquals(Set.of(), new Silence().in(PublishedSources.all()));
    assertEquals(Set.of(), new Silence().in(PublishedSources.tests()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catch (RuntimeException ignored) {}",
        "catch (RuntimeException closed) {\n // it is closed\n}",
        "catch (RuntimeException expected) {}",
        "catch (RuntimeException expected) { ; }"
      })
  void emptyBlockIsFound(String block) throws IOException {
    assertEquals(Set.of("Bad"), new Silence().in(bad(block)));
  }

  @Test
  void expectedExceptionNeedsNoStatement() throws IOException {
    String block = "catch (RuntimeException expected) {\n // the other side has closed it\n}";
    assertEquals(Set.of(), new Silence().in(bad(block)));
  }

  /** Whoever catches whatever comes cannot know that nobody needs it. */
  @Test
  void anythingCaughtIsToldOrExpected() {
    assertEquals(MAY_FORGET_ANYTHING.keySet(), new Forgetting().in(PublishedSources.all()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catch (RuntimeException failed) { return; }",
        "catch (Exception failed) { LOG.debug(\"failed\"); }",
        "catch (java.io.IOException | RuntimeException failed) { stop(); }"
      })
  void forgottenExceptionIsFound(String block) throws IOException {
    assertEquals(Set.of("Bad"), new Forgetting().in(bad(block)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catch (RuntimeException failed) { LOG.debug(\"failed\", failed); }",
        "catch (Exception failed) { throw new IllegalStateException(); }",
        "catch (RuntimeException expected) { return; }",
        "catch (java.io.IOException malformed) { return; }"
      })
  void exceptionThatIsToldOrKnownIsNot(String block) throws IOException {
    assertEquals(Set.of(), new Forgetting().in(bad(block)));
  }

  @Test
  void interruptsAreKept() {
    assertEquals(Set.of(), new LostInterrupts().in(PublishedSources.all()));
    assertEquals(Set.of(), new LostInterrupts().in(PublishedSources.tests()));
  }

  @Test
  void interruptsAreClearedForKnownReasons() {
    assertEquals(MAY_CLEAR_INTERRUPTS.keySet(), new ClearedInterrupts().in(PublishedSources.all()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catch (InterruptedException over) { return; }",
        "catch (java.lang.InterruptedException over) { LOG.warn(\"interrupted\"); }",
        "catch (java.io.IOException | InterruptedException over) { run(); }",
        "catch (InterruptedException over) { over = null; }"
      })
  void lostInterruptIsFound(String block) throws IOException {
    assertEquals(Set.of("Bad"), new LostInterrupts().in(bad(block)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catch (InterruptedException over) { Thread.currentThread().interrupt(); }",
        "catch (InterruptedException over) { throw new AssertionError(over); }",
        "catch (InterruptedException over) { was = true; }"
            + " finally { if (was) Thread.currentThread().interrupt(); }"
      })
  void keptInterruptIsNot(String block) throws IOException {
    assertEquals(Set.of(), new LostInterrupts().in(bad(block)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.interrupted();",
        "if (Thread.interrupted()) { return; }",
        "run(Thread::interrupted);"
      })
  void clearedInterruptIsFound(String statement) throws IOException {
    String source = "class Bad { void act() { " + statement + " } }";
    assertEquals(Set.of("Bad"), new ClearedInterrupts().in(PublishedSources.parse(source)));
  }

  private static List<CompilationUnitTree> bad(String block) throws IOException {
    return PublishedSources.parse(METHOD.formatted(block));
  }

  private static boolean interrupts(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect().toString().equals("Thread.currentThread().interrupt");
  }

  /** Finds blocks that do nothing. */
  private static final class Silence extends Search {

    @Override
    public Void visitCatch(CatchTree caught, Void nothing) {
      boolean says =
          caught.getBlock().getStatements().stream()
              .anyMatch(each -> !(each instanceof EmptyStatementTree));
      boolean expects = caught.getParameter().getName().contentEquals("expected");
      if (!says && !(expects && text(caught.getBlock()).contains("//"))) {
        found();
      }
      return super.visitCatch(caught, null);
    }
  }

  /** Finds blocks that catch whatever comes, and leave nothing of it. */
  private static final class Forgetting extends Search {

    @Override
    public Void visitCatch(CatchTree caught, Void nothing) {
      String name = caught.getParameter().getName().toString();
      if (ANYTHING.matcher(caught.getParameter().getType().toString()).find()
          && !name.equals("expected")
          && !contains(
              caught.getBlock(),
              each ->
                  each instanceof ThrowTree
                      || (each instanceof IdentifierTree used
                          && used.getName().contentEquals(name)))) {
        found();
      }
      return super.visitCatch(caught, null);
    }
  }

  /** Finds blocks after which nothing tells of the interrupt. */
  private static final class LostInterrupts extends Search {

    @Override
    public Void visitCatch(CatchTree caught, Void nothing) {
      if (caught.getParameter().getType().toString().contains("InterruptedException")
          && !contains(caught.getBlock(), each -> each instanceof ThrowTree || interrupts(each))
          && !(notes(caught) && contains(method(), CatchBlocksTest::interrupts))) {
        found();
      }
      return super.visitCatch(caught, null);
    }

    private static boolean notes(CatchTree caught) {
      return contains(
          caught.getBlock(),
          each ->
              each instanceof AssignmentTree noted
                  && noted.getExpression().toString().equals("true"));
    }
  }

  /** Finds the question that clears an interrupt, in methods that do not set it again. */
  private static final class ClearedInterrupts extends Search {

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect().toString().equals("Thread.interrupted")
          && !contains(method(), each -> each instanceof ThrowTree || interrupts(each))) {
        found();
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree member, Void nothing) {
      if (member.toString().equals("Thread::interrupted")) {
        found();
      }
      return super.visitMemberReference(member, null);
    }
  }
}
