package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Json;
import java.io.IOException;
import java.util.OptionalLong;

/** When a request was sent, as far as its beginning says so. */
public final class SentAt {

  private SentAt() {}

  /**
   * Looks through the beginning of a request, or of several: the first is the oldest. Never throws.
   *
   * @return milliseconds of the broker's clock; empty if it does not say so
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
      return OptionalLong.empty(); // or cut off before it was found
    }
    return OptionalLong.empty();
  }
}
