package io.callbox.benchmarks.work;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.json.Json;
import java.io.IOException;

/** An order as the compiler's marshaller writes and reads it, without an envelope. */
public final class OrderJson {

  private OrderJson() {}

  /** Writes an order. */
  public static byte[] write(Order order) throws IOException {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      WorkMarshaller.writeRelayResult(out, order);
    }
    return bytes.toByteArray();
  }

  /** Reads an order. */
  public static Order read(byte[] json) throws IOException {
    try (JsonParser in = Json.FACTORY.createParser(json)) {
      in.nextToken();
      return WorkMarshaller.readRelayResult(in);
    }
  }
}
