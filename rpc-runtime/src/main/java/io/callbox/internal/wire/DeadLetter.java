package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a dead list says of a request that was given up on: the reason, and the request itself. */
public final class DeadLetter {

  private DeadLetter() {}

  /** Writes one: {@code {"reason":"…","request":{…}}}, the request as a string if it is no JSON. */
  public static byte[] of(byte[] request, String reason) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(request.length + 128);
    String text = new String(request, StandardCharsets.UTF_8);
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("reason", reason);
      out.writeFieldName("request");
      if (isJson(request)) {
        out.writeRawValue(text);
      } else {
        out.writeString(text);
      }
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static boolean isJson(byte[] message) {
    try (JsonParser in = Slice.of(message).open()) {
      if (in.nextToken() == null) {
        return false; // nothing but spaces
      }
      in.skipChildren();
      return in.nextToken() == null;
    } catch (IOException broken) {
      return false;
    }
  }
}
