package io.callbox.testkit.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a message that a network needs. Unreadable parts are empty.
 *
 * @param id the call's id
 * @param method {@code Service.method}
 * @param from the node that calls
 */
record Envelope(String id, String method, String from) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Reads a request or response. */
  static Envelope of(byte[] message) {
    String id = "";
    String method = "";
    String from = "";
    try (JsonParser in = JSON.createParser(message)) {
      in.nextToken();
      for (String name = in.nextFieldName(); isOfHead(name); name = in.nextFieldName()) {
        JsonToken value = in.nextToken();
        if (value.isScalarValue()) {
          id = name.equals("id") ? in.getText() : id;
          method = name.equals("method") ? in.getText() : method;
          from = name.equals("from") ? in.getText() : from;
        }
        in.skipChildren();
      }
    } catch (IOException unreadable) {
      return new Envelope(id, method, from);
    }
    return new Envelope(id, method, from);
  }

  /**
   * Returns whether a member belongs to the head. Arguments and results come last, and may be long.
   */
  private static boolean isOfHead(@Nullable String name) {
    return name != null
        && !name.equals("params")
        && !name.equals("result")
        && !name.equals("error");
  }
}
