package io.callbox.internal.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the id of a request that cannot be read as a whole, so that its client can be answered and
 * does not wait. Looks at the beginning and at the end of the message, because clients write the id
 * first or last.
 */
final class UnreadRequest {

  /**
   * Matches the last member. One brace closes the message, so the member before it belongs to the
   * message itself.
   */
  private static final Pattern LAST_MEMBER =
      Pattern.compile(",\\s*\"id\"\\s*:\\s*(?:\"([^\"\\\\]{1,200})\"|(-?[0-9]{1,18}))\\s*}\\s*\\z");

  private UnreadRequest() {}

  /**
   * Returns the id of a request.
   *
   * @param start its first bytes
   * @param end its last bytes; they may be the same ones
   * @return a {@code String} or a {@code Long}; empty if there is none, or if the message is a
   *     response
   */
  static Optional<Object> id(byte[] start, byte[] end) {
    try (JsonParser in = Json.FACTORY.createParser(start)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (name.equals("result") || name.equals("error")) {
          return Optional.empty();
        } else if (name.equals("id")) {
          return value(value, in);
        }
        in.skipChildren();
      }
      return Optional.empty();
    } catch (IOException cut) { // the message continues after the start, or is not JSON
      return atTheEnd(end);
    }
  }

  private static Optional<Object> value(JsonToken value, JsonParser in) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      return Optional.of(in.getText());
    }
    return value == JsonToken.VALUE_NUMBER_INT
            && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        ? Optional.of(in.getLongValue())
        : Optional.empty();
  }

  private static Optional<Object> atTheEnd(byte[] end) {
    Matcher last = LAST_MEMBER.matcher(new String(end, UTF_8));
    if (!last.find()) {
      return Optional.empty();
    }
    String text = last.group(1);
    return Optional.of(text != null ? text : Long.valueOf(last.group(2)));
  }
}
