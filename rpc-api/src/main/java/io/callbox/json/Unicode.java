package io.callbox.json;

import java.nio.charset.StandardCharsets;

/** Checks whether UTF-8 can hold a text. */
public final class Unicode {

  private Unicode() {}

  /** Returns whether a text has no half of a surrogate pair, which stands for no character. */
  public static boolean isWhole(String text) {
    int next;
    for (int at = 0; at < text.length(); at += Character.charCount(next)) {
      next = text.codePointAt(at);
      if (Character.MIN_SURROGATE <= next && next <= Character.MAX_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  static int bytesOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
