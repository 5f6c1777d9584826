package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Json;
import java.io.IOException;

/**
 * A part of a message that holds one JSON value. Shares the message's bytes, which must not change.
 *
 * @param bytes the whole message
 * @param offset the start of the part
 * @param length its number of bytes
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never compared
public record Slice(byte[] bytes, int offset, int length) {

  /** Returns a whole message as a slice. */
  public static Slice of(byte[] message) {
    return new Slice(message, 0, message.length);
  }

  /** The end of the part: one more than the place of its last byte. */
  public int end() {
    return offset + length;
  }

  /** Opens a parser before the slice's first token. */
  public JsonParser open() throws IOException {
    return open(Json.FACTORY);
  }

  JsonParser open(JsonFactory factory) throws IOException {
    return factory.createParser(bytes, offset, length);
  }

  /** Returns whether the slice starts like an array, which makes a message a batch. */
  public boolean isArray() {
    for (int at = offset; at < offset + length; at++) {
      if (bytes[at] > ' ') {
        return bytes[at] == '[';
      }
    }
    return false;
  }

  /**
   * Passes over the value that {@code in}, a parser of this slice, stands on. Parsers count from
   * where their slice starts.
   */
  Slice skipValue(JsonParser in) throws IOException {
    int start = (int) in.currentTokenLocation().getByteOffset();
    in.skipChildren();
    in.finishToken();
    int end = (int) in.currentLocation().getByteOffset();
    return new Slice(bytes, offset + start, end - start);
  }

  static void requireEnd(JsonParser in) throws IOException {
    if (in.nextToken() != null) {
      throw new MalformedMessageException("something follows the end of the message");
    }
  }
}
