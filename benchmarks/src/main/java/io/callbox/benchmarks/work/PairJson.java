package io.callbox.benchmarks.work;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.json.Json;
import java.io.IOException;

/** The parameters of {@link Work#multiply}, as the compiler's marshaller writes and reads them. */
public final class PairJson {

  private PairJson() {}

  /** Writes a pair. */
  public static byte[] write(Pair pair) throws IOException {
    return EnvelopeWriter.params(
        out -> WorkMarshaller.writeMultiplyParams(out, pair.a(), pair.b()));
  }

  /** Reads a pair. */
  public static Pair read(byte[] json) throws IOException {
    try (JsonParser in = Json.FACTORY.createParser(json)) {
      in.nextToken();
      WorkMarshaller.MultiplyParams params = WorkMarshaller.readMultiplyParams(in);
      return new Pair(params.a(), params.b());
    }
  }

  /**
   * Two numbers.
   *
   * @param a one
   * @param b the other
   */
  public record Pair(int a, int b) {}
}
