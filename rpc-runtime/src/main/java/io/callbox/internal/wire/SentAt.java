package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Json;
import java.io.IOException;
import java.util.OptionalLong;

/** Finds the time when a request was sent in the beginning of the request. */
public final class SentAt {

  private SentAt() {}

  /**
   * Looks through the beginning of a request, or of several: the first is the oldest. Never throws.
   *
   * @return milliseconds of the broker's clock; empty if the beginning does not contain it
   */
  public static OptionalLong of(byte[] beginning) {
    try (JsonParser in = Json.FACTORY.createParser(beginning)) {
      boolean several = in.nextToken() == JsonToken.START_ARRAY;
      JsonToken first = several ? in.nextToken() : in.currentToken();
      if (first != JsonToken.START_OBJECT) {
        return OptionalLong.empty();
      }
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        if (name.equals("sentAt") && in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
          return OptionalLong.of(in.getLongValue());
        }
        in.skipChildren();
      }
    } catch (IOException broken) {
      return OptionalLong.empty(); // or it ends before the time
    }
    return OptionalLong.empty();
  }
}
