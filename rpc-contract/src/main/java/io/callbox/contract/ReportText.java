package io.callbox.contract;

import io.callbox.contract.compare.Change;
import io.callbox.contract.compare.Difference;
import io.callbox.contract.compare.Verdict;
import java.util.Locale;
import java.util.regex.Pattern;

/** A report for people. */
final class ReportText {

  /** Control and format characters, such as those that change the direction of text. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  private final CheckReport report;

  ReportText(CheckReport report) {
    this.report = report;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    report.judged().forEach(each -> add(each, out));
    report.unused().forEach(each -> add(each, out));
    return out.append(summary()).append('\n').toString();
  }

  private static void add(Judged judged, StringBuilder out) {
    Difference difference = judged.difference();
    out.append(difference.verdict().words().toUpperCase(Locale.ROOT))
        .append("  ")
        .append(visible(difference.path()))
        .append("  (")
        .append(difference.change().id())
        .append(")\n    ")
        .append(visible(difference.message()))
        .append('\n');
    if (!difference.reach().isEmpty()) {
      out.append("    Reached by ")
          .append(visible(String.join(", ", difference.reach())))
          .append(".\n");
    }
    judged
        .suppressed()
        .ifPresentOrElse(
            reason -> out.append("    Suppressed: ").append(reason).append('\n'),
            () -> out.append(remedy(difference.change())));
  }

  /**
   * Returns a name in a printable form. Names may come from other nodes, and must not move a
   * terminal's cursor or end a line.
   */
  private static String visible(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
  }

  private static String remedy(Change change) {
    String annotation =
        switch (change) {
          case SERVICE_RENAMED -> "@RemoteService on the interface";
          case METHOD_RENAMED -> "@RemoteMethod on the method";
          case MEMBER_RENAMED -> "@Param on a parameter, @JsonProperty on a component";
          case SUBTYPE_RENAMED -> "@JsonTypeName on the subtype";
          default -> "";
        };
    return annotation.isEmpty()
        ? ""
        : "    What keeps the old name on the wire: " + annotation + ".\n";
  }

  private static void add(Suppression unused, StringBuilder out) {
    out.append("A suppression matches nothing: ")
        .append(unused.path())
        .append("  (")
        .append(unused.change())
        .append(")\n");
  }

  private String summary() {
    if (report.judged().isEmpty()) {
      return "No differences.";
    }
    Verdict verdict = report.verdict();
    boolean mixed =
        verdict == Verdict.NEVER
            && report.judged().stream()
                .filter(each -> each.suppressed().isEmpty())
                .noneMatch(each -> each.difference().verdict() == Verdict.NEVER);
    String advice =
        mixed
            ? " Some need workers first and others clients first: release them one after the other."
            : "";
    int count = report.judged().size();
    String differences = count == 1 ? "1 difference: " : count + " differences; together: ";
    return differences + verdict.words() + "." + advice;
  }
}
