package io.callbox.processor.evolution;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.contract.compare.Comparison;
import io.callbox.contract.compare.Verdict;
import io.callbox.contract.model.MethodContract;
import io.callbox.contract.model.ServiceContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What is said of a change is what happens: each is judged by its documents, and then old runs
 * against new, in both pairings. The table of {@code docs/contracts.md} is made of it; {@code
 * -Dgoldens.update=true} writes it anew.
 */
final class TruthTableTest {

  private static final Path DOCS = Path.of("../docs/contracts.md");
  private static final List<Row> ROWS =
      Stream.concat(Rows.OF_TYPES.stream(), Rows.OF_METHODS.stream()).toList();
  private static final List<List<String>> USES =
      List.of(List.of("take"), List.of("give"), List.of("take", "give"));

  @Test
  void verdictsAreWhatHappens() {
    Version older = new Version(ROWS, false);
    Version newer = new Version(ROWS, true);
    try (Trial trial = new Trial(older, newer, ROWS.size())) {
      List<Executable> checks = new ArrayList<>();
      for (int index = 0; index < ROWS.size(); index++) {
        checks.addAll(checks(index, older, newer, trial));
      }
      assertAll(checks);
    }
  }

  private static List<Executable> checks(int index, Version older, Version newer, Trial trial) {
    Row row = ROWS.get(index);
    ServiceContract before = older.document(Version.serviceName(index, row, false));
    ServiceContract after = newer.document(Version.serviceName(index, row, true));
    List<Executable> checks = new ArrayList<>();
    for (int column = 0; column < row.expected().size(); column++) {
      List<String> methods = row.isOfType() ? USES.get(column) : List.of();
      Comparison comparison =
          Comparison.of(List.of(only(before, methods)), List.of(only(after, methods)));
      Verdict expected = row.expected().get(column);
      String what = row.title() + " " + methods;
      checks.add(
          () ->
              assertEquals(
                  expected, comparison.verdict(), () -> what + " is judged " + comparison));
      checks.add(
          () -> assertEquals(expected, trial.verdict(index, methods), () -> what + " happens"));
    }
    return checks;
  }

  private static ServiceContract only(ServiceContract contract, List<String> names) {
    Map<String, MethodContract> methods = new LinkedHashMap<>(contract.methods());
    methods.keySet().removeIf(each -> !names.isEmpty() && !names.contains(each));
    return new ServiceContract(
        contract.name(), contract.origin(), contract.revision(), methods, contract.types());
  }

  @Test
  void documentationShowsTheTable() throws Exception {
    String page = Files.readString(DOCS);
    String start = "<!-- table, made by TruthTableTest -->\n";
    String end = "<!-- end of the table -->";
    int from = page.indexOf(start) + start.length();
    String expected = page.substring(0, from) + table() + page.substring(page.indexOf(end));
    if (Boolean.getBoolean("goldens.update")) {
      Files.writeString(DOCS, expected);
    }
    assertEquals(expected, Files.readString(DOCS), "run this test with -Dgoldens.update=true");
  }

  private static String table() {
    StringBuilder out =
        new StringBuilder(
            "\n| change | in a parameter | in a result | in both |\n|---|---|---|---|\n");
    Rows.OF_TYPES.forEach(row -> out.append(line(row, row.expected())));
    out.append("\n| change of methods | |\n|---|---|\n");
    Rows.OF_METHODS.forEach(row -> out.append(line(row, row.expected())));
    return out.append('\n').toString();
  }

  private static String line(Row row, List<Verdict> verdicts) {
    return "| %s | %s |\n"
        .formatted(
            row.title(), String.join(" | ", verdicts.stream().map(TruthTableTest::words).toList()));
  }

  private static String words(Verdict verdict) {
    return verdict == Verdict.NEVER ? "**never**" : verdict.words();
  }
}
