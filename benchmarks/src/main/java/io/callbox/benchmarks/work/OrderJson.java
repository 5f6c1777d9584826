package io.callbox.benchmarks.work;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.json.Json;
import java.io.IOException;

/** An order as the compiler's marshaller writes and reads it in a message, without the envelope. */
public final class OrderJson {

  private OrderJson() {}

  /** Writes an order. */
  public static byte[] write(Order order) throws IOException {
    return EnvelopeWriter.params(out -> WorkMarshaller.ORDER_RESULT.writer().write(out, order));
  }

  /** Reads an order. */
  public static Order read(byte[] json) throws IOException {
    try (JsonParser in = Json.FACTORY.createParser(json)) {
      in.nextToken();
      return WorkMarshaller.ORDER_RESULT.reader().read(in);
    }
  }
}
