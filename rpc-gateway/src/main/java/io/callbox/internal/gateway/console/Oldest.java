package io.callbox.internal.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.json.Json;
import io.callbox.rpc.CallIds;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes the request that is taken next from a queue, for people: without what it could be answered
 * or cancelled with.
 */
final class Oldest {

  private static final String MASK = "…";

  private Oldest() {}

  /** The request, or the first of several that left together; as it is, if it is no JSON. */
  static String shown(byte[] message) {
    try (JsonParser in = Json.FACTORY.createParser(message)) {
      JsonToken first = in.nextToken();
      if (first == JsonToken.START_ARRAY) {
        first = in.nextToken();
      }
      return first == JsonToken.START_OBJECT ? masked(in) : "(no request)";
    } catch (JsonProcessingException malformed) {
      return "(not JSON)";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // nothing is read but memory
    }
  }

  private static String masked(JsonParser in) throws IOException {
    byte[] bytes =
        RawJson.bytes(
            out -> {
              out.writeStartObject();
              while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                out.writeFieldName(name);
                writeMember(name, in, out);
              }
              out.writeEndObject();
            });
    return new String(bytes, UTF_8);
  }

  private static void writeMember(String name, JsonParser in, JsonGenerator out)
      throws IOException {
    boolean text = in.currentToken() == JsonToken.VALUE_STRING;
    if (name.equals("id") && text) {
      out.writeString(CallIds.forLog(in.getText()));
    } else if (name.equals("replyTo")) {
      in.skipChildren();
      out.writeString(MASK);
    } else {
      out.writeRawValue(RawJson.copy(in));
    }
  }
}
