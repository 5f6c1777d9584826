package io.callbox.contract;

import io.callbox.contract.compare.Difference;
import io.callbox.contract.compare.Verdict;
import java.util.List;

/**
 * What a check has found. Immutable.
 *
 * @param judged all differences
 * @param unused suppressions that match no difference: they can go
 * @param policy what was to pass
 */
public record CheckReport(List<Judged> judged, List<Suppression> unused, Policy policy) {

  /** A report of these differences. */
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

  /** For people: a paragraph for each difference. */
  public String text() {
    return new ReportText(this).text();
  }

  /** For programs: one JSON object. */
  public String json() {
    return ReportJson.of(this);
  }

  /**
   * For code review tools: SARIF 2.1.0.
   *
   * @param location the file that the differences are shown on, relative to the repository
   */
  public String sarif(String location) {
    return ReportSarif.of(this, location);
  }
}
