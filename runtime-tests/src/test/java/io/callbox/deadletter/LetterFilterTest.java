package io.callbox.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.NamePattern;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LetterFilterTest {

  private static DeadLetter letter(String method, @Nullable String caller, @Nullable Instant at) {
    return new DeadLetter(
        "1", "Its worker died", at, 1, null, true, caller, method, null, null, "{}");
  }

  private final DeadLetter letter = letter("Arith.add", "web-1", Instant.now());

  @ParameterizedTest
  @CsvSource({
    "Arith.add, true",
    "arith.ADD, true",
    "add, true",
    "Arith.addAll, false",
    "Arith.ad, false",
    "Arith.*, true",
    "a*d, true",
    "*.add, true",
    "*dd*, true",
    "*add*add*, false",
    "A*h.a*d, true",
    "*, true",
    "**, true",
    "Arith, false"
  })
  void methodIsItsWholeNameOrAPattern(String method, boolean fits) {
    assertEquals(fits, LetterFilter.ALL.ofMethod(method).test(letter));
  }

  @Test
  void patternWithoutADotIsOfMethodsAndNotOfTheirServices() {
    LetterFilter setters = LetterFilter.ALL.ofMethod("set*");
    assertTrue(setters.test(letter("Settings.setAll", null, null)));
    assertFalse(setters.test(letter("Settings.get", null, null)));
    assertFalse(LetterFilter.ALL.ofMethod("*s*").test(letter("Settings.drop", null, null)));
    assertTrue(LetterFilter.ALL.ofMethod("Set*.get").test(letter("Settings.get", null, null)));
  }

  @Test
  void nameThatIsLongMatchesNoPattern() {
    LetterFilter any = LetterFilter.ALL.ofMethod("*a");
    assertTrue(any.test(letter("a".repeat(NamePattern.LONGEST_NAME), null, null)));
    assertFalse(any.test(letter("a".repeat(NamePattern.LONGEST_NAME + 1), null, null)));
    LetterFilter anyCaller = LetterFilter.ALL.ofCaller("*");
    assertFalse(anyCaller.test(letter("A.a", "a".repeat(NamePattern.LONGEST_NAME + 1), null)));
  }

  @Test
  void partsOfAPatternDoNotOverlap() {
    assertFalse(LetterFilter.ALL.ofMethod("ab*ba").test(letter("aba", null, null)));
    assertTrue(LetterFilter.ALL.ofMethod("ab*ba").test(letter("abba", null, null)));
  }

  @Test
  void callerIsAWholeIdOrAPattern() {
    assertTrue(LetterFilter.ALL.ofCaller("web-*").test(letter));
    assertFalse(LetterFilter.ALL.ofCaller("web").test(letter));
    assertFalse(LetterFilter.ALL.ofCaller("*").test(letter("A.a", null, null)), "it is not known");
  }

  @Test
  void reasonHasATextInItWhateverItsCase() {
    assertTrue(LetterFilter.ALL.withReason("worker DIED").test(letter));
    assertFalse(LetterFilter.ALL.withReason("deadline").test(letter));
  }

  @Test
  void timeFitsOnlyIfItIsKnown() {
    Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
    LetterFilter recent = LetterFilter.ALL.after(anHourAgo);
    LetterFilter old = LetterFilter.ALL.before(anHourAgo);
    DeadLetter yesterday = letter("A.a", null, Instant.now().minus(Duration.ofDays(1)));
    DeadLetter unknown = letter("A.a", null, null);
    assertTrue(recent.test(letter) && !recent.test(yesterday) && !recent.test(unknown));
    assertTrue(old.test(yesterday) && !old.test(letter) && !old.test(unknown));
  }

  @Test
  void allThatIsSetHasToFit() {
    LetterFilter both = LetterFilter.ALL.ofMethod("add").ofCaller("web-2");
    assertFalse(both.test(letter));
    assertTrue(both.ofCaller("web-1").test(letter));
    assertTrue(LetterFilter.ALL.isAll() && LetterFilter.ALL.ofMethod("").isAll());
    assertFalse(both.isAll());
  }

  @Test
  void textThatIsLongIsRefused() {
    String text = "x".repeat(LetterFilter.LONGEST_TEXT + 1);
    assertThrows(IllegalArgumentException.class, () -> LetterFilter.ALL.ofMethod(text));
    assertThrows(IllegalArgumentException.class, () -> LetterFilter.ALL.ofCaller(text));
    assertThrows(IllegalArgumentException.class, () -> LetterFilter.ALL.withReason(text));
  }

  @Test
  void patternOfManyStarsTakesNoTime() {
    LetterFilter stars = LetterFilter.ALL.ofMethod("*a".repeat(127) + "b");
    DeadLetter large = letter("a".repeat(1_000_000), null, null);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertFalse(stars.test(large)));
  }
}
