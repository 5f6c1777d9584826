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
 * The contracts of the version that runs, in the repository: a folder of the documents that the
 * compiler wrote, and a file {@code suppressions.json} if there are differences that are meant. For
 * builds that use neither the Maven plugin nor the command line. Immutable.
 *
 * <pre>{@code
 * @Test
 * void contractsStayCompatible() throws Exception {
 *   ContractBaseline.in(Path.of("contracts")).check(Path.of("target/classes"));
 * }
 * }</pre>
 *
 * @param folder the folder
 * @param policy which changes pass
 */
public record ContractBaseline(Path folder, Policy policy) {

  /** A baseline to which everything is compatible that is safe in some order. */
  public static ContractBaseline in(Path folder) {
    return new ContractBaseline(folder, Policy.SOME_ORDER);
  }

  /** The same with another policy. */
  public ContractBaseline allowing(Policy passes) {
    return new ContractBaseline(folder, passes);
  }

  /**
   * Fails if the contracts that were compiled differ in a way that is not allowed.
   *
   * @param classes where the compiler put them
   * @throws AssertionError with all differences; or if there is no baseline
   * @throws IOException if a file cannot be read
   */
  public void check(Path classes) throws IOException {
    List<ServiceContract> older = Documents.in(folder);
    if (older.isEmpty()) {
      throw new AssertionError(
          "there are no contracts in " + folder + ": copy those of META-INF/callbox there");
    }
    Path meant = folder.resolve("suppressions.json");
    List<Suppression> suppressions =
        Files.exists(meant) ? Suppressions.read(Files.readString(meant)) : List.of();
    CheckReport report =
        ContractCheck.of(older, Documents.in(classes))
            .suppressing(suppressions)
            .allowing(policy)
            .report();
    if (!report.passes()) {
      throw new AssertionError("contracts differ from those in " + folder + ":\n" + report.text());
    }
  }
}
