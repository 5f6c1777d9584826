package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.callbox.json.Unicode;
import io.callbox.rpc.CallIds;
import java.io.IOException;

/**
 * The {@code id} of a request; its response repeats it unchanged. A request without an id is a
 * notification, which has {@code null} instead of a {@code RequestId}.
 *
 * @param text the characters of the string, number or {@code null}
 * @param quoted whether it is a string
 */
public record RequestId(String text, boolean quoted) {

  /** The id {@code null}, of a request with this id, or of an unreadable one. */
  public static final RequestId NULL = new RequestId("null", false);

  /** The maximum length of an id, in characters: an id becomes part of a Redis key. */
  public static final int MAX_LENGTH = 256;

  /** A string id. */
  public static RequestId of(String text) {
    return new RequestId(text, true);
  }

  /** Reads the id at a parser. */
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

  /** Returns the id as JSON, which distinguishes a number from a string with the same digits. */
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

  /** Returns whether it is a string of ASCII characters without escapes. */
  boolean isPlain() {
    boolean plain = quoted;
    for (int at = 0; plain && at < text.length(); at++) {
      char character = text.charAt(at);
      plain = character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }
    return plain;
  }
}
