package io.callbox.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.testkit.service.Feed;
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
  void streamsCarryWhatTheyAreGiven() {
    Contract.of(Feed.class).seed(7).check(50);
  }

  @Test
  void randomValuesOfAllTypesArriveAsTheyWere() {
    Contract.of(Zoo.class).seed(7).check(200);
  }

  @Test
  void exceptionsPlainClassesSealedTypesAndTreesArriveAsTheyWere() {
    Contract.of(Menagerie.class).seed(7).check(200);
  }

  @Test
  void envelopesOfExceptionsAreGolden() {
    Contract.of(Menagerie.class).checkEnvelopes(Path.of("src/test/resources/envelopes"));
  }

  @Test
  void typesThatOthersMakeAreNamedAsSuch() {
    IllegalStateException unmade =
        assertThrows(IllegalStateException.class, () -> Contract.of(Stall.class).check(1));
    assertEquals(
        "no random io.callbox.testkit.contract.Stall$Item can be made, as its builder of"
            + " Immutables decides what it accepts; give its methods a test by hand",
        unmade.getMessage());
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

  @Test
  void differencesOfPlainClassesAreNamedByTheirGetters() {
    assertEquals(
        List.of("t.seller.age: sent 3, arrived 4", "t.seller.cages[0].bars: sent 1, arrived 2"),
        between(ticket(3, barred(1)), ticket(4, barred(2))));
    assertEquals(
        List.of("t.seller.cages[0]: sent Barred[bars=1, inner=[]], arrived Glazed[maker=x]"),
        between(ticket(3, barred(1)), ticket(3, new Menagerie.Glazed("x"))));
  }

  @Test
  void differencesOfTreesAndQueuesAreNamedByTheirPath() {
    assertEquals(
        List.of("t[\"a\"][1]: sent 2, arrived 3"),
        between(
            tree().set("a", tree().arrayNode().add(1).add(2)),
            tree().set("a", tree().arrayNode().add(1).add(3))));
    assertEquals(
        List.of("t[0]: sent 1, arrived 2"),
        between(new ArrayDeque<>(List.of(1)), new ArrayDeque<>(List.of(2))));
  }

  @Test
  void differencesOfExceptionsAreNamedByTheirAccessors() {
    List<String> differences = new ArrayList<>();
    Differences.betweenExceptions(
        "t",
        new Menagerie.EscapedException("m", List.of("ox"), 1),
        new Menagerie.EscapedException("n", List.of("yak"), 1),
        differences);
    Differences.betweenExceptions(
        "t", new Menagerie.ClosedException("m"), new IllegalStateException("m"), differences);
    assertEquals(
        List.of(
            "t.getMessage(): sent \"m\", arrived \"n\"",
            "t.animals()[0]: sent \"ox\", arrived \"yak\"",
            "t: thrown io.callbox.testkit.contract.Menagerie$ClosedException: m, arrived"
                + " java.lang.IllegalStateException: m"),
        differences);
  }

  private static List<String> between(Object sent, Object arrived) {
    List<String> differences = new ArrayList<>();
    Differences.between("t", sent, arrived, differences);
    return differences;
  }

  private static Menagerie.Ticket ticket(int age, Menagerie.Cage cage) {
    Menagerie.Keeper keeper = new Menagerie.Keeper();
    keeper.setAge(age);
    keeper.setCages(List.of(cage));
    return new Menagerie.Ticket(1, keeper);
  }

  private static Menagerie.Cage barred(int bars) {
    return new Menagerie.Barred(bars, List.of());
  }

  private static ObjectNode tree() {
    return JsonNodeFactory.instance.objectNode();
  }
}
