package io.callbox.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.service.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Contracts survive their own wire, and what changes on it is noticed. */
@Timeout(120)
final class ContractTest {

  @Test
  void randomValuesOfAllTypesArriveAsTheyWere() {
    Contract.of(Zoo.class).seed(7).check(200);
  }

  @Test
  void objectsWithoutEqualityAndQueuesAreComparedByWhatIsInThem() {
    Zoo.Ticket sent = new Zoo.Ticket();
    sent.setLanguage(Locale.ITALIAN);
    Zoo.Ticket arrived = new Zoo.Ticket();
    List<String> differences = new ArrayList<>();
    Differences.between("same", new ArrayDeque<>(List.of(1)), List.of(1), differences);
    Differences.between("tickets", List.of(sent), List.of(arrived), differences);
    assertEquals(List.of("tickets[0].language: sent it, arrived null"), differences);
  }

  @Test
  void envelopesAreWhatTheyWere() {
    Contract.of(Ledger.class).checkEnvelopes(Path.of("src/test/resources/envelopes"));
  }

  @Test
  void changedEnvelopeIsNoticed(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("Ledger.enter.json"), "{\"old\":true}\n");
    AssertionError changed =
        assertThrows(AssertionError.class, () -> Contract.of(Ledger.class).checkEnvelopes(folder));
    assertTrue(changed.toString().contains("{\"old\":true}"), changed::getMessage);
    assertTrue(changed.toString().contains("-Dcallbox.goldens=write"), changed::getMessage);
  }

  @Test
  void differencesAreNamedByTheirPath() {
    Zoo.Animal<List<String>> sent =
        new Zoo.Animal<>("a", Zoo.Kind.OX, List.of("x", "y"), new int[] {1});
    Zoo.Animal<List<String>> arrived =
        new Zoo.Animal<>("a", Zoo.Kind.YAK, List.of("x", "z"), new int[] {1});
    List<String> differences = new ArrayList<>();
    Differences.between("herd", List.of(sent), List.of(arrived), differences);
    assertEquals(
        List.of("herd[0].kind: sent OX, arrived YAK", "herd[0].load[1]: sent \"y\", arrived \"z\""),
        differences);
  }
}
