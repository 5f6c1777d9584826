package io.callbox.transport.redisson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;

/** The words of scripts' answers: texts, and numbers in decimal digits, as bytes. */
final class Answers {

  private Answers() {}

  static String text(byte[] word) {
    return new String(word, UTF_8);
  }

  static List<String> texts(List<byte[]> words) {
    return words.stream().map(Answers::text).toList();
  }

  static long number(byte[] word) {
    return Long.parseLong(text(word));
  }

  static int count(byte[] word) {
    return Integer.parseInt(text(word));
  }

  /** Returns a time in milliseconds, of which Lua may write a fraction. */
  static Duration millis(byte[] word) {
    return Duration.ofMillis((long) Double.parseDouble(text(word)));
  }
}
