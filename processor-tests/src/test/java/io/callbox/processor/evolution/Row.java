package io.callbox.processor.evolution;

import io.callbox.contract.compare.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of a contract, as two bodies of an interface, and what is expected of it: in a
 * parameter, in a result, and in both; or of the methods as they stand, in one column.
 */
record Row(String title, String older, String newer, String annotation, List<Verdict> expected) {

  /** A change of a type, which a method takes and another gives. */
  static Row ofType(String title, String older, String newer, String expected) {
    return new Row(title, usesOf(older), usesOf(newer), "", verdicts(expected));
  }

  /** A change of methods. */
  static Row ofMethods(String title, String older, String newer, String expected) {
    return new Row(title, older, newer, "", verdicts(expected));
  }

  /** A change that takes another name on the wire. */
  Row withNewName(String suffix) {
    return new Row(title, older, newer, suffix, expected);
  }

  /** Whether it has a column for each use. */
  boolean isOfType() {
    return expected.size() == 3;
  }

  /** {@code int}, or a type {@code V} that is declared. */
  private static String usesOf(String type) {
    boolean declared = type.contains(" V");
    String used = declared ? "V" : type;
    return (declared ? type + "\n" : "")
        + "String take("
        + used.replaceFirst("CompletableFuture<(.*)>", "$1")
        + " value);\n"
        + used
        + " give();\n";
  }

  private static List<Verdict> verdicts(String letters) {
    return Stream.of(letters.split(" ", -1))
        .map(
            letter ->
                switch (letter) {
                  case "E" -> Verdict.EITHER;
                  case "W" -> Verdict.WORKERS_FIRST;
                  case "C" -> Verdict.CLIENTS_FIRST;
                  default -> Verdict.NEVER;
                })
        .toList();
  }
}
