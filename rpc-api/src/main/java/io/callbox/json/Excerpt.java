package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Makes an excerpt of a parser's current value, for an error message. */
final class Excerpt {

  private static final int MAX_LENGTH = 40;

  /** A message may have any names. */
  private static final int MAX_NAME = 200;

  private Excerpt() {}

  static String of(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT, END_OBJECT -> "an object";
      case START_ARRAY, END_ARRAY -> "an array";
      case VALUE_STRING -> '"' + shorten(text(in)) + '"';
      default -> shorten(text(in));
    };
  }

  private static String text(JsonParser in) {
    try {
      return in.getText();
    } catch (IOException unreadable) {
      return "something unreadable";
    }
  }

  static String ofName(String name) {
    return shorten(name, MAX_NAME);
  }

  private static String shorten(String text) {
    return shorten(text, MAX_LENGTH);
  }

  private static String shorten(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
