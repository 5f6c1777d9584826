package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that asserts nothing passes whatever the code does, as long as it throws nothing. */
final class AssertionsTest {

  private static final Pattern TEST =
      Pattern.compile("(\\w+\\.)*(Example|FuzzTest|Property|\\w*Test|TestFactory|TestTemplate)");

  private static final Map<String, String> MAY_ASSERT_NOTHING = Map.of();

  @Test
  void everyTestAsserts() {
    List<CompilationUnitTree> units =
        Stream.concat(PublishedSources.tests().stream(), PublishedSources.all().stream())
            .filter(AssertionsTest::isForTests)
            .toList();
    assertEquals(
        new TreeSet<>(MAY_ASSERT_NOTHING.keySet()), without(units, PublishedSources.tests()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Test void act() { run(); }",
        "@ParameterizedTest void act() { prepare(); } void prepare() { run(); }",
        "@Test void act() { run(); } void other() { assertEquals(1, 2); }",
        "@Test void act() { pending.fail(call); }",
        "@Test void act() { each.forEach(pending::fail); }",
        "@Test void act() { session.expectNothing().assertAlive(); }",
        "@Test void act() { fail(call); } void fail(Call call) { pending.end(call); }"
      })
  void testWithoutAnAssertionIsFound(String methods) throws IOException {
    assertEquals(Set.of("Bad.act"), ofOneClass(methods));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Test void act() { assertEquals(1, run()); }",
        "@Test void act() { run(() -> Assertions.fail()); }",
        "@Test void act() { run(Assertions::fail); }",
        "@Test void act() { a.assertEnded(); } class A { void assertEnded() { assertNull(a); } }",
        "@Test void act() { proves(); } void proves() { all.forEach(this::proved); }"
            + " void proved() { if (a) throw new AssertionError(); }",
        "void act() { run(); }"
      })
  void testWithAnAssertionIsNot(String methods) throws IOException {
    assertEquals(Set.of(), ofOneClass(methods));
  }

  /** A call of the product proves nothing, whatever its methods are called. */
  private static boolean isForTests(CompilationUnitTree unit) {
    String path = unit.getSourceFile().toUri().getPath();
    return path.contains("/src/test/")
        || path.contains("/rpc-testkit/")
        || path.contains("/rpc-spring-boot-test/");
  }

  private static Set<String> ofOneClass(String methods) throws IOException {
    List<CompilationUnitTree> units = PublishedSources.parse("class Bad { " + methods + " }");
    return without(units, units);
  }

  private static Set<String> without(
      List<CompilationUnitTree> units, List<CompilationUnitTree> tests) {
    AssertingMethods asserting = new AssertingMethods(units);
    return new Search() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        boolean isTest =
            method.getModifiers().getAnnotations().stream()
                .anyMatch(each -> TEST.matcher(each.getAnnotationType().toString()).matches());
        if (isTest && !asserting.contains(getCurrentPath().getCompilationUnit(), method)) {
          found(method.getName().toString());
        }
        return super.visitMethod(method, null);
      }
    }.in(tests);
  }
}
