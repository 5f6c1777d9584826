package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.callbox.json.Unicode;
import io.callbox.rpc.CallIds;
import java.io.IOException;

/**
 * The {@code id} of a request, echoed in its response exactly as it came. A request without one is
 * a notification, which is {@code null} instead of a {@code RequestId}.
 *
 * @param text the characters of the string, number or {@code null}
 * @param quoted whether it is a string
 */
public record RequestId(String text, boolean quoted) {

  /** The id {@code null}: of a caller who says so, and of what could not be read. */
  public static final RequestId NULL = new RequestId("null", false);

  /** Longest id that is accepted, in characters: an id becomes part of a Redis key. */
  public static final int MAX_LENGTH = 256;

  /** A string id. */
  public static RequestId of(String text) {
    return new RequestId(text, true);
  }

  /** Reads the id that a parser stands on. */
  public static RequestId read(JsonParser in) throws IOException {
    RequestId id =
        switch (in.currentToken()) {
          case VALUE_STRING -> of(in.getText());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RequestId(in.getText(), false);
          case VALUE_NULL -> NULL;
          default -> throw new MalformedMessageException("id must be a string, number or null");
        };
    if (id.text.length() > MAX_LENGTH) {
      throw new MalformedMessageException("id is longer than " + MAX_LENGTH + " characters");
    }
    if (!Unicode.isWhole(id.text)) { // it would name another key than the caller reads
      throw new MalformedMessageException("id has half a surrogate pair");
    }
    return id;
  }

  /** The id as JSON: tells a number from a string of the same digits. */
  public String json() {
    return quoted
        ? '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"'
        : text;
  }

  void write(JsonGenerator out) throws IOException {
    if (quoted) {
      out.writeString(text);
    } else {
      out.writeRawValue(text);
    }
  }

  /** For logs. */
  @Override
  public String toString() {
    return CallIds.forLog(text);
  }

  /** Whether it is a string of ASCII without anything to be escaped. */
  boolean isPlain() {
    boolean plain = quoted;
    for (int at = 0; plain && at < text.length(); at++) {
      char character = text.charAt(at);
      plain = character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }
    return plain;
  }
}
