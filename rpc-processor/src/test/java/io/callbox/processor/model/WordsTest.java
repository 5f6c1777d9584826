package io.callbox.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Names of classes, methods and constants that are made of other names. */
final class WordsTest {

  @Test
  void aPascalNameJoinsWordsWithCapitals() {
    assertEquals("SumAll", Words.pascal("sumAll"));
    assertEquals("SumAll", Words.pascal("sum-all"));
    assertEquals("HTTPServer", Words.pascal("HTTPServer"));
    assertEquals("ABC", Words.pascal("_a__b.c-"));
    assertEquals("7up", Words.pascal("7up"));
    assertEquals("X²y", Words.pascal("x²y"));
    assertEquals("Ünder", Words.pascal("ünder"));
    assertEquals("", Words.pascal("--"));
  }

  @Test
  void aConstantSeparatesWords() {
    assertEquals("SUM_ALL", Words.constant("sumAll"));
    assertEquals("SUM_ALL", Words.constant("sum-all"));
    assertEquals("HTTP_SERVER", Words.constant("HTTPServer"));
    assertEquals("GET_URL_TEXT", Words.constant("getURLText"));
    assertEquals("A1_B2", Words.constant("a1B2"));
    assertEquals("A_B_C", Words.constant("_a__b.C-"));
    assertEquals("STRASSE", Words.constant("straße"));
  }

  @Test
  void aConstantBeginsWithACapital() {
    assertEquals("N7UP", Words.constant("7up"));
    assertEquals("N", Words.constant("--"));
    assertEquals("N字", Words.constant("字"));
  }

  @Test
  void aLetterBeyondTheBasicPlaneStaysAsItIs() {
    assertEquals("𐐨a", Words.pascal("𐐨a"));
    assertEquals("A𐐨", Words.pascal("a𐐨"));
  }
}
