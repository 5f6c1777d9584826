package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * A request as a server reads it.
 *
 * @param head all but the parameters
 * @param params the parameters as text
 */
record ReadRequest(Request head, String params) {

  private static final JsonFactory PLAIN = new JsonFactory();

  static ReadRequest of(String json) throws IOException {
    return of(Slice.of(json.getBytes(StandardCharsets.UTF_8)));
  }

  static ReadRequest of(Slice slice) throws IOException {
    try (RequestReader reader = new RequestReader(slice)) {
      reader.readHead();
      String params = textOf(reader.params());
      reader.readTail();
      return new ReadRequest(reader.head(), params);
    }
  }

  private static String textOf(JsonParser in) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = PLAIN.createGenerator(text)) {
      out.copyCurrentStructure(in);
    }
    return text.toString();
  }
}
