package io.callbox.benchmarks.work;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.json.Json;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import java.io.IOException;

/** The parameters of {@link Work#multiply}, as the compiler's marshaller writes and reads them. */
public final class PairJson {

  private static final Members MEMBERS = Members.of("a", "b");

  private PairJson() {}

  /** Writes a pair. */
  public static byte[] write(Pair pair) throws IOException {
    return EnvelopeWriter.params(WorkMarshaller.paramsOfMultiply(pair.a(), pair.b()));
  }

  /** Reads a pair. */
  public static Pair read(byte[] json) throws IOException {
    try (JsonParser in = Json.FACTORY.createParser(json)) {
      in.nextToken();
      return read(in);
    }
  }

  /** As the marshaller does, which calls the skeleton with what it has read. */
  private static Pair read(JsonParser in) throws IOException {
    int a = 0;
    int b = 0;
    MemberCursor members = MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> a = Numbers.readInt(in);
        case 1 -> b = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    return new Pair(a, b);
  }

  /**
   * Two numbers.
   *
   * @param a one
   * @param b the other
   */
  public record Pair(int a, int b) {}
}
