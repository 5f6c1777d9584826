package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads and writes text. Only a JSON string is text: a number or a boolean is refused. */
public final class Texts {

  private Texts() {}

  /** Reads a {@code String}. */
  public static String readString(JsonParser in) throws IOException {
    return read(in, "a string");
  }

  /** Writes a {@code String}. */
  public static void writeString(JsonGenerator out, String value) throws IOException {
    out.writeString(value);
  }

  /** Reads a {@code char}: a string of one UTF-16 unit. */
  public static char readChar(JsonParser in) throws IOException {
    String expected = "a string of one character";
    String text = read(in, expected);
    if (text.length() != 1) {
      throw JsonMismatchException.expected(expected, in);
    }
    return text.charAt(0);
  }

  /** Writes a {@code char} as a string. */
  public static void writeChar(JsonGenerator out, char value) throws IOException {
    out.writeString(String.valueOf(value));
  }

  /**
   * Reads the string that the parser stands on. {@code expected} names the type whose JSON form is
   * a string.
   */
  static String read(JsonParser in, String expected) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw JsonMismatchException.expected(expected, in);
    }
    return in.getText();
  }
}
