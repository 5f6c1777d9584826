package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a batch into its members. A member that is JSON but cannot be read, for example because it
 * is too deep, does not affect the other members: it fails when it is read by itself.
 */
public final class Batch {

  /** The maximum number of requests in a batch. */
  public static final int MAX_MEMBERS = 1_000;

  /** Reads messages that the usual parser refuses, but with little memory. */
  private static final JsonFactory WIDE = Json.factoryForSplitting();

  private Batch() {}

  /**
   * Returns the members of a batch, in their order.
   *
   * @param message a message that {@link Slice#isArray is an array}
   * @throws IOException if it is not JSON, or has no member or too many: {@link
   *     MalformedMessageException#statusOf}
   */
  public static List<Slice> split(Slice message) throws IOException {
    List<Slice> members = new ArrayList<>();
    int count = 0;
    try (JsonParser in = message.open(WIDE)) {
      in.nextToken();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        if (in.currentToken() == null) {
          throw new MalformedMessageException("the batch does not end");
        }
        Slice member = message.skipValue(in);
        if (count++ < MAX_MEMBERS) {
          members.add(member);
        }
      }
      Slice.requireEnd(in);
    }
    if (count < 1 || count > MAX_MEMBERS) {
      throw new MalformedMessageException("a batch has 1 to " + MAX_MEMBERS + " requests");
    }
    return members;
  }
}
