package io.callbox.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.callbox.json.Unicode;
import io.callbox.rpc.CallIds;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The {@code id} of a request; its response repeats it unchanged. A request without an id is a
 * notification, which has {@code null} instead of a {@code RequestId}. Immutable.
 *
 * <p>The server reads most ids from one message and copies them into another. It does not make a
 * string of such an id.
 */
public final class RequestId {

  /** The id {@code null}, of a request with this id, or of an unreadable one. */
  public static final RequestId NULL = new RequestId("null", false);

  /** The maximum length of an id, in characters: an id becomes part of a Redis key. */
  public static final int MAX_LENGTH = 256;

  /**
   * The message that contains it, between quotation marks, as plain ASCII; null if there is no such
   * message.
   */
  private final byte @Nullable [] message;

  private final int from;
  private final int to;
  private final boolean quoted;

  /** Empty if it was found in a message. */
  private final String text;

  /**
   * Creates an id.
   *
   * @param text the characters of the string, number or {@code null}
   * @param quoted whether it is a string
   */
  RequestId(String text, boolean quoted) {
    this.text = text;
    this.quoted = quoted;
    this.message = null;
    this.from = 0;
    this.to = 0;
  }

  private RequestId(byte[] message, int from, int to) {
    this.text = "";
    this.message = message;
    this.from = from;
    this.to = to;
    this.quoted = true;
  }

  /** Creates a string id. */
  public static RequestId of(String text) {
    return new RequestId(text, true);
  }

  /**
   * Creates a string id from a part of a message: ASCII without characters to escape. The message
   * must not change.
   */
  static RequestId in(byte[] message, int from, int to) {
    return new RequestId(message, from, to);
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
    if (!Unicode.isWhole(id.text)) { // it would become another key than the caller reads
      throw new MalformedMessageException("id has half a surrogate pair");
    }
    return id;
  }

  /** The characters of the string, number or {@code null}. */
  public String text() {
    return message == null ? text : new String(message, from, to - from, US_ASCII);
  }

  /** Returns whether it is a string. */
  public boolean quoted() {
    return quoted;
  }

  /** Returns the id as JSON, which distinguishes a number from a string with the same digits. */
  public String json() {
    return quoted
        ? '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text())) + '"'
        : text();
  }

  void write(JsonGenerator out) throws IOException {
    if (quoted) {
      out.writeString(text());
    } else {
      out.writeRawValue(text());
    }
  }

  /** For logs. */
  @Override
  public String toString() {
    return CallIds.forLog(text());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestId id && quoted == id.quoted && text().equals(id.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** Returns whether it is a string of ASCII characters without escapes. */
  boolean isPlain() {
    return message != null || (quoted && isPlain(text()));
  }

  private static boolean isPlain(String text) {
    boolean plain = true;
    for (int at = 0; plain && at < text.length(); at++) {
      char character = text.charAt(at);
      plain = character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }
    return plain;
  }

  /** Writes the characters of a plain id. */
  void writePlain(MessageBuffer out) {
    if (message == null) {
      out.writeAscii(text());
    } else {
      out.write(message, from, to - from);
    }
  }
}
