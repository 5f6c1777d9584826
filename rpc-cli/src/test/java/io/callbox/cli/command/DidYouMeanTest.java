package io.callbox.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DidYouMeanTest {

  private static final List<String> KNOWN = List.of("Arith", "Fibonacci", "NodeTasks");

  @ParameterizedTest
  @CsvSource({
    "Artih, Arith",
    "arith, Arith",
    "Aritth, Arith",
    "Arit, Arith",
    "Fibonaci, Fibonacci"
  })
  void misspeltNameIsFound(String word, String meant) {
    assertEquals("Did you mean '" + meant + "'?", DidYouMean.among(KNOWN, word));
  }

  @Test
  void allAreNamedIfNoneIsNear() {
    assertEquals("There is: Arith, Fibonacci, NodeTasks.", DidYouMean.among(KNOWN, "Stock"));
  }

  @Test
  void distanceCountsSteps() {
    assertEquals(0, DidYouMean.distance("", ""));
    assertEquals(3, DidYouMean.distance("", "abc"));
    assertEquals(1, DidYouMean.distance("ab", "ba"));
    assertEquals(3, DidYouMean.distance("kitten", "sitting"));
  }
}
