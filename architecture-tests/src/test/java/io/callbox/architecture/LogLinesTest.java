package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who finds a warning or an error in the log finds it in {@code docs/troubleshooting.md}: a row of
 * a table there quotes the line.
 */
final class LogLinesTest {

  private static final Path PAGE = Path.of("../docs/troubleshooting.md");
  private static final Pattern LOGS = Pattern.compile("(LOG|log)\\.(warn|error)|MessageLog\\.of");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** What the page cannot quote as it is written, each for its reason. */
  private static final Map<String, String> NOT_QUOTED =
      Map.of(
          "Front.{} {} failed", "only one of its words is in the source",
          "MessageLog.", "writes the lines of others, which are looked at where they are made",
          "StaleMaster.", "the page has its two lines, which are put together before",
          "Registration.{}", "the page has it among the messages of a node that does not start");

  @Test
  void eachWarningHasARow() throws IOException {
    List<List<String>> quotes = quotes(Files.readString(PAGE));
    assertTrue(quotes.size() > 80, () -> quotes.size() + " quotes");
    Set<String> unknown = new TreeSet<>(new Lines(quotes).in(PublishedSources.all()));
    assertEquals(NOT_QUOTED.keySet(), unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG.warn(\"{} sinks: {}\", ship, why);",
        "LOG.error(\"{} sinks: \" + \"{}\", ship, why);",
        "log.warn(\"a leak\");",
        "MessageLog.of(LOG, \"{} leaks\");"
      })
  void lineWithoutARowIsFound(String statement) throws IOException {
    assertEquals(1, found("| `… swims: …` | it floats |", statement).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG.warn(\"{} swims: {}\", ship, why);",
        "LOG.warn(\"{} swims: \" + \"{}\", ship, why);",
        "LOG.info(\"{} sinks\", ship);",
        "MessageLog.of(LOG, \"{} of {} crews row\");"
      })
  void lineWithARowIsNot(String statement) throws IOException {
    String page = "| `… swims: …`, `N of N crews row` | it floats |\n";
    assertEquals(Set.of(), found(page, statement));
  }

  private static Set<String> found(String page, String statement) throws IOException {
    String source = "class Bad { void act() { " + statement + " } }";
    return new Lines(quotes(page)).in(PublishedSources.parse(source));
  }

  /** Returns what the first cells of rows quote, without what differs each time. */
  private static List<List<String>> quotes(String page) {
    return page.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(2, line.indexOf(" | ", 2)))
        .flatMap(cell -> QUOTED.matcher(cell).results())
        .map(LogLinesTest::parts)
        .filter(parts -> !parts.isEmpty())
        .toList();
  }

  private static List<String> parts(MatchResult quote) {
    return Stream.of(quote.group(1).split("…|\\bN\\b", -1))
        .map(String::strip)
        .filter(part -> part.length() > 3)
        .toList();
  }

  /** Finds lines of which no quote has all parts. */
  private static final class Lines extends Search {

    private final List<List<String>> quotes;

    Lines(List<List<String>> quotes) {
      this.quotes = quotes;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (LOGS.matcher(call.getMethodSelect().toString()).matches()) {
        boolean bounded = call.getMethodSelect().toString().endsWith(".of");
        String line = written(call.getArguments().get(bounded ? 1 : 0));
        if (quotes.stream().noneMatch(parts -> parts.stream().allMatch(line::contains))) {
          found(line);
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    /** The text that is written in the source; empty if it is made elsewhere. */
    private static String written(ExpressionTree expression) {
      if (expression instanceof BinaryTree sum) {
        return written(sum.getLeftOperand()) + written(sum.getRightOperand());
      }
      return expression instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : "";
    }
  }
}
