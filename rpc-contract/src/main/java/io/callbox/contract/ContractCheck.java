package io.callbox.contract;

import io.callbox.contract.compare.Comparison;
import io.callbox.contract.compare.Difference;
import io.callbox.contract.model.ServiceContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares contracts with an earlier version of themselves. Immutable.
 *
 * <pre>{@code
 * CheckReport report =
 *     ContractCheck.of(Documents.in(Path.of("contracts")), Documents.in(Path.of("target/classes")))
 *         .report();
 * if (!report.passes()) {
 *   throw new AssertionError(report.text());
 * }
 * }</pre>
 *
 * @param older the version that runs
 * @param newer the version that will replace it
 * @param suppressions the intended differences
 * @param policy decides which differences pass
 */
public record ContractCheck(
    List<ServiceContract> older,
    List<ServiceContract> newer,
    List<Suppression> suppressions,
    Policy policy) {

  /** Creates a check of these versions. */
  public ContractCheck {
    older = List.copyOf(older);
    newer = List.copyOf(newer);
    suppressions = List.copyOf(suppressions);
  }

  /** Returns a check that suppresses nothing, and accepts changes that are safe in some order. */
  public static ContractCheck of(List<ServiceContract> older, List<ServiceContract> newer) {
    return new ContractCheck(older, newer, List.of(), Policy.SOME_ORDER);
  }

  /** Returns the same check with these suppressions. */
  public ContractCheck suppressing(List<Suppression> meant) {
    return new ContractCheck(older, newer, meant, policy);
  }

  /** Returns the same check with another policy. */
  public ContractCheck allowing(Policy passes) {
    return new ContractCheck(older, newer, suppressions, passes);
  }

  /** Compares the versions. */
  public CheckReport report() {
    List<Suppression> unused = new ArrayList<>(suppressions);
    List<Judged> judged = new ArrayList<>();
    for (Difference difference : Comparison.of(older, newer).differences()) {
      Optional<Suppression> match =
          suppressions.stream().filter(each -> each.matches(difference)).findFirst();
      match.ifPresent(unused::remove);
      judged.add(new Judged(difference, match.map(Suppression::reason)));
    }
    return new CheckReport(judged, unused, policy);
  }
}
