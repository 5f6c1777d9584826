package io.callbox.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.contract.Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts of this module's own tests, held against a baseline. */
final class ContractBaselineTest {

  private static final Path CLASSES = Path.of("target/test-classes");

  @TempDir private Path folder;

  @BeforeEach
  void takeBaseline() throws Exception {
    for (Path document : Documents.files(CLASSES)) {
      Files.copy(document, folder.resolve(document.getFileName()));
    }
  }

  @Test
  void sameContractIsCompatible() throws Exception {
    ContractBaseline.in(folder).check(CLASSES);
  }

  @Test
  void renameIsRefused() throws Exception {
    Path ledger = folder.resolve("Ledger.openrpc.json");
    String text = Files.readString(ledger);
    Files.writeString(
        ledger, text.replaceFirst("(\"params\": \\[\\s*\\{\\s*\"name\": \")", "$1was_"));
    AssertionError refusal =
        assertThrows(AssertionError.class, () -> ContractBaseline.in(folder).check(CLASSES));
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("is probably renamed to"), refusal::toString);
  }

  @Test
  void missingBaselineIsAFailure(@TempDir Path empty) {
    assertThrows(AssertionError.class, () -> ContractBaseline.in(empty).check(CLASSES));
  }

  @Test
  void classesWithoutContractsAreAFailure(@TempDir Path empty) {
    AssertionError refusal =
        assertThrows(AssertionError.class, () -> ContractBaseline.in(folder).check(empty));
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("there are no contracts in " + empty),
        refusal::toString);
  }
}
