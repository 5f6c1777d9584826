package io.callbox.testkit.contract;

import io.callbox.contract.CheckReport;
import io.callbox.contract.ContractCheck;
import io.callbox.contract.Documents;
import io.callbox.contract.Policy;
import io.callbox.contract.Suppression;
import io.callbox.contract.Suppressions;
import io.callbox.contract.model.ServiceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The contracts of the running version, in the repository: a folder with the documents that the
 * compiler wrote, and a file {@code suppressions.json} for intended differences. For builds without
 * the Maven plugin and the command line. Immutable.
 *
 * <pre>{@code
 * @Test
 * void contractsStayCompatible() throws Exception {
 *   ContractBaseline.in(Path.of("contracts")).check(Path.of("target/classes"));
 * }
 * }</pre>
 *
 * @param folder the folder
 * @param policy the allowed changes
 */
public record ContractBaseline(Path folder, Policy policy) {

  /** Creates a baseline that allows all changes that are safe in some order. */
  public static ContractBaseline in(Path folder) {
    return new ContractBaseline(folder, Policy.SOME_ORDER);
  }

  /** Returns the same baseline with another policy. */
  public ContractBaseline allowing(Policy passes) {
    return new ContractBaseline(folder, passes);
  }

  /**
   * Fails if the compiled contracts differ in a way that the policy does not allow.
   *
   * @param classes the folder with the compiled classes
   * @throws AssertionError with all differences; or if there is no baseline, or no compiled
   *     contract
   * @throws IOException if a file cannot be read
   */
  public void check(Path classes) throws IOException {
    List<ServiceContract> older = Documents.in(folder);
    if (older.isEmpty()) {
      throw new AssertionError(
          "there are no contracts in " + folder + ": copy those of META-INF/callbox there");
    }
    List<ServiceContract> newer = Documents.in(classes);
    if (newer.isEmpty()) {
      throw new AssertionError(
          "there are no contracts in " + classes + ": was Callbox's processor run?");
    }
    Path meant = folder.resolve("suppressions.json");
    List<Suppression> suppressions =
        Files.exists(meant) ? Suppressions.read(Files.readString(meant)) : List.of();
    CheckReport report =
        ContractCheck.of(older, newer).suppressing(suppressions).allowing(policy).report();
    if (!report.passes()) {
      throw new AssertionError("contracts differ from those in " + folder + ":\n" + report.text());
    }
  }
}
