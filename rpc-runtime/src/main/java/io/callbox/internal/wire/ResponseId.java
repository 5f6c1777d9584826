package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the id of a response. The reply loop needs nothing else of it. */
final class ResponseId {

  private static final byte[] USUAL_START =
      "{\"jsonrpc\":\"2.0\",\"id\":\"".getBytes(StandardCharsets.UTF_8);

  private ResponseId() {}

  /** Reads the id where Callbox servers write it, without a parser. */
  static @Nullable String atItsUsualPlace(Slice response) {
    byte[] bytes = response.bytes();
    int start = response.offset() + USUAL_START.length;
    if (response.end() <= start || !startsAsUsual(bytes, response.offset(), start)) {
      return null;
    }
    for (int at = start; at < response.end(); at++) {
      byte next = bytes[at];
      if (next == '"') {
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
      }
      if (next == '\\' || next < ' ') { // an escape, or not ASCII: a byte below zero
        return null;
      }
    }
    return null;
  }

  private static boolean startsAsUsual(byte[] bytes, int from, int to) {
    return Arrays.equals(bytes, from, to, USUAL_START, 0, USUAL_START.length);
  }

  /** Reads the id at any place where another server may write it. */
  static @Nullable String anywhere(Slice response) {
    try (JsonParser in = response.open()) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        JsonToken value = in.nextToken();
        if (name.equals("id")) {
          return value == JsonToken.VALUE_STRING ? in.getText() : null;
        }
        in.skipChildren();
      }
    } catch (IOException unreadable) {
      return null; // a response that cannot be read belongs to no call
    }
    return null;
  }
}
