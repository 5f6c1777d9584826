package io.callbox.contract;

import io.callbox.contract.compare.Difference;
import io.callbox.contract.compare.Verdict;
import java.util.List;

/**
 * The result of a check. Immutable.
 *
 * @param judged all differences
 * @param unused suppressions that match no difference, and can be removed
 * @param policy the policy
 */
public record CheckReport(List<Judged> judged, List<Suppression> unused, Policy policy) {

  /** Creates a report of these differences. */
  public CheckReport {
    judged = List.copyOf(judged);
    unused = List.copyOf(unused);
  }

  /** Returns the verdict on all differences that count. */
  public Verdict verdict() {
    return judged.stream()
        .filter(each -> each.suppressed().isEmpty())
        .map(Judged::difference)
        .map(Difference::verdict)
        .reduce(Verdict.EITHER, Verdict::and);
  }

  /** Returns whether the policy lets it pass. */
  public boolean passes() {
    return policy.allows(verdict());
  }

  /** Returns the report for people: a paragraph for each difference. */
  public String text() {
    return new ReportText(this).text();
  }

  /** Returns the report for programs: one JSON object. */
  public String json() {
    return ReportJson.of(this);
  }

  /**
   * Returns the report for code review tools: SARIF 2.1.0.
   *
   * @param location the file at which the differences are shown, relative to the repository
   */
  public String sarif(String location) {
    return ReportSarif.of(this, location);
  }
}
