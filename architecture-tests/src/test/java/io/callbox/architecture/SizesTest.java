package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code that fits on a screen: files of 250 lines at most, tests of 400, and methods of 60 lines
 * with two levels of branches and loops.
 */
final class SizesTest {

  private static final int MOST_LINES = 250;
  private static final int MOST_LINES_OF_A_TEST = 400;
  private static final int MOST_LINES_OF_A_METHOD = 60;
  private static final int MOST_LEVELS = 2;

  private static final Map<String, String> MAY_BE_DEEP =
      Map.of(
          "Letters.find", "it reads pages of letters up to one of three limits",
          "OwnCalls.ids", "it reads pages of ids up to one of two limits");

  private static final Map<String, String> MAY_BE_A_LONG_METHOD =
      Map.of(
          "ServerParts.<init>", "each part is made once, after those that it knows",
          "UnsupportedTypes.add", "a message for each reason why a type cannot travel");

  private static final Map<String, String> MAY_BE_LONG =
      Map.of(
          "EverythingEcho", "a method for each type of a contract",
          "RpcNodeBuilder", "a method for each setting, with what a user has to know of it");

  private static final Map<String, String> MAY_BE_LONG_TESTS =
      Map.of(
          "BadInputTest", "each method is another way to send what is wrong to one gateway",
          "CommandsTest", "all commands, against nodes that it starts once",
          "DeadLettersContract", "it is the contract that each transport keeps",
          "DurableCallsTest", "all promises of a durable call, over each broker",
          "TransportContract", "it is the contract that each transport keeps");

  @TempDir private Path folder;

  @Test
  void noFileIsTooLong() throws IOException {
    assertEquals(MAY_BE_LONG.keySet(), longFiles(sources("src/main/java"), MOST_LINES));
  }

  @Test
  void noTestIsTooLong() throws IOException {
    assertEquals(
        MAY_BE_LONG_TESTS.keySet(), longFiles(sources("src/test/java"), MOST_LINES_OF_A_TEST));
  }

  @Test
  void noMethodIsTooDeep() {
    assertEquals(new TreeSet<>(MAY_BE_DEEP.keySet()), new DeepMethods().in(PublishedSources.all()));
  }

  @Test
  void noMethodIsTooLong() {
    assertEquals(
        new TreeSet<>(MAY_BE_A_LONG_METHOD.keySet()), new LongMethods().in(PublishedSources.all()));
  }

  @Test
  void longMethodIsFound() throws IOException {
    String lines = "\n".repeat(MOST_LINES_OF_A_METHOD - 1);
    assertEquals(Set.of(), new LongMethods().in(method(lines)));
    assertEquals(Set.of("Bad.act"), new LongMethods().in(method(lines + "\n")));
  }

  @Test
  void longFileIsFound() throws IOException {
    Path file = folder.resolve("Bad.java");
    Files.writeString(file, "//\n".repeat(MOST_LINES));
    assertEquals(Set.of(), longFiles(List.of(file), MOST_LINES));
    Files.writeString(file, "//\n".repeat(MOST_LINES + 1));
    assertEquals(Set.of("Bad"), longFiles(List.of(file), MOST_LINES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (a) { for (;;) { if (b) { run(); } } }",
        "for (int each : all) { while (a) { do { run(); } while (b); } }",
        "if (a) { run(); } else { switch (b) { case 1: if (c) run(); } }",
        "if (a) { int is = switch (b) { default -> { if (c) yield 1; yield 2; } }; }",
        "run(() -> { if (a) { if (b) { if (c) run(); } } });"
      })
  void deepMethodIsFound(String body) throws IOException {
    assertEquals(Set.of("Bad.act"), new DeepMethods().in(method(body)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (;;) { if (a) { run(); } else if (b) { run(); } else if (c) { run(); } }",
        "if (a) { if (b) run(); } for (;;) { if (c) run(); }",
        "synchronized (lock) { try { if (a) { if (b) run(); } } finally { end(); } }",
        "if (a) { run(new Runnable() { public void run() { if (b) { if (c) act(); } } }); }"
      })
  void methodOfTwoLevelsIsNot(String body) throws IOException {
    assertEquals(Set.of(), new DeepMethods().in(method(body)));
  }

  private static List<CompilationUnitTree> method(String body) throws IOException {
    return PublishedSources.parse("class Bad { void act() { " + body + " } }");
  }

  /** Of all modules, and of the projects in their folders. */
  private static List<Path> sources(String kind) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path module : PublishedSources.folders()) {
      try (Stream<Path> below = Files.find(module, 5, (path, file) -> path.endsWith(kind))) {
        below.map(PublishedSources::below).forEach(sources::addAll);
      }
    }
    assertTrue(sources.size() > 100);
    return sources;
  }

  private static Set<String> longFiles(List<Path> files, int most) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        if (lines.count() > most) {
          found.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return found;
  }

  private static final class DeepMethods extends Search {
    private String method = "";
    private int level;

    @Override
    public Void visitMethod(MethodTree declared, Void nothing) {
      String outer = method;
      int outerLevel = level;
      method = declared.getName().toString();
      level = 0;
      super.visitMethod(declared, null);
      method = outer;
      level = outerLevel;
      return null;
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
      if (!opensLevel(tree)) {
        return super.scan(tree, null);
      }
      level++;
      if (level > MOST_LEVELS) {
        found(method);
      }
      super.scan(tree, null);
      level--;
      return null;
    }

    private boolean opensLevel(Tree tree) {
      return (tree instanceof IfTree found && !isElse(found))
          || tree instanceof ForLoopTree
          || tree instanceof EnhancedForLoopTree
          || tree instanceof WhileLoopTree
          || tree instanceof DoWhileLoopTree
          || tree instanceof SwitchTree
          || tree instanceof SwitchExpressionTree;
    }

    private boolean isElse(IfTree tree) {
      return getCurrentPath().getLeaf() instanceof IfTree outer && outer.getElseStatement() == tree;
    }
  }

  private static final class LongMethods extends Search {

    @Override
    public Void visitMethod(MethodTree declared, Void nothing) {
      if (text(declared).lines().count() > MOST_LINES_OF_A_METHOD) {
        found(declared.getName().toString());
      }
      return super.visitMethod(declared, null);
    }
  }
}
