package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.CallTimes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The response with a result, in the layout of Callbox servers.
 *
 * @param queuedMicros the time for which its request waited
 * @param ranMicros the time for which its implementation ran
 * @param result the start of the result; it ends before the last byte
 */
public record ScannedResponse(long queuedMicros, long ranMicros, int result) {

  private static final SerializedString RESULT_NAME = new SerializedString("result");

  private static final byte[] START = Scan.bytes("{\"jsonrpc\":\"2.0\",\"id\":\"");
  private static final byte[] QUEUED = Scan.bytes("\",\"queuedMicros\":");
  private static final byte[] RAN = Scan.bytes(",\"ranMicros\":");
  private static final byte[] RESULT = Scan.bytes(",\"result\":");
  private static final byte[] QUOTE = {'"'};

  /**
   * Writes the response of a call that has a result, in this layout if it can be. Makes no object
   * for the two times.
   *
   * @param queuedMicros the time for which its request waited; negative to leave the times out
   * @param ranMicros the time for which its implementation ran
   * @throws IOException if the result cannot be encoded
   */
  public static <T extends @Nullable Object> byte[] write(
      RequestId id, long queuedMicros, long ranMicros, T result, ValueWriter<T> writer)
      throws IOException {
    if (queuedMicros < 0 || !id.isPlain()) {
      CallTimes times = queuedMicros < 0 ? null : new CallTimes(queuedMicros, ranMicros);
      return EnvelopeWriter.result(id, times, result, writer);
    }
    PooledJsonWriter message = PooledJsonWriter.begun();
    writeHead(message.bytes(), id, queuedMicros, ranMicros);
    message.out().writeFieldName(RESULT_NAME);
    writer.write(message.out(), result);
    return message.end();
  }

  /** Writes all members of such a response except its result, and the comma before the result. */
  private static void writeHead(
      MessageBuffer out, RequestId id, long queuedMicros, long ranMicros) {
    out.write(START, 1, START.length - 1);
    id.writePlain(out);
    out.write(QUEUED);
    out.writeNumber(queuedMicros);
    out.write(RAN);
    out.writeNumber(ranMicros);
    out.write(',');
  }

  /** Scans a response; null if it has another layout, or contains an error. */
  static @Nullable ScannedResponse of(Slice response) {
    if (response.length() == 0) {
      return null;
    }
    Scan scan = new Scan(response.bytes(), response.offset(), response.end() - 1);
    scan.over(START).overText().over(QUEUED);
    long queued = scan.number();
    scan.over(RAN);
    long ran = scan.number();
    scan.over(RESULT);
    boolean right = scan.isRight() && response.bytes()[response.end() - 1] == '}';
    return right && queued <= TimesReader.LONGEST && ran <= TimesReader.LONGEST
        ? new ScannedResponse(queued, ran, scan.at())
        : null;
  }

  /** Returns the times of the call. */
  CallTimes times() {
    return new CallTimes(queuedMicros, ranMicros);
  }

  /**
   * Returns the number at the end of a response's id.
   *
   * @param prefix the beginning of the id
   * @return -1 if the response has another layout, or the id another beginning
   */
  public static long numberOf(Slice response, byte[] prefix) {
    Scan scan = new Scan(response.bytes(), response.offset(), response.end());
    scan.over(START).over(prefix);
    long number = scan.number();
    return scan.over(QUOTE).isRight() ? number : -1;
  }
}
