package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.rpc.CallTimes;
import org.jspecify.annotations.Nullable;

/**
 * The response with a result, in the layout of Callbox servers.
 *
 * @param queuedMicros how long its request waited
 * @param ranMicros how long its implementation ran
 * @param result the start of the result; it ends before the last byte
 */
record ScannedResponse(long queuedMicros, long ranMicros, int result) {

  static final SerializedString RESULT_NAME = new SerializedString("result");

  private static final byte[] START = Scan.bytes("{\"jsonrpc\":\"2.0\",\"id\":\"");
  private static final byte[] QUEUED = Scan.bytes("\",\"queuedMicros\":");
  private static final byte[] RAN = Scan.bytes(",\"ranMicros\":");
  private static final byte[] RESULT = Scan.bytes(",\"result\":");
  private static final byte[] QUOTE = {'"'};

  /** Writes all members of such a response but its result, and the comma before that. */
  static void writeHead(MessageBuffer out, RequestId id, long queuedMicros, long ranMicros) {
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

  /** Returns where the time went. */
  CallTimes times() {
    return new CallTimes(queuedMicros, ranMicros);
  }

  /**
   * The number at the end of a response's id.
   *
   * @param prefix what the id begins with
   * @return -1 if the response is laid out otherwise, or the id begins otherwise
   */
  static long numberOf(Slice response, byte[] prefix) {
    Scan scan = new Scan(response.bytes(), response.offset(), response.end());
    scan.over(START).over(prefix);
    long number = scan.number();
    return scan.over(QUOTE).isRight() ? number : -1;
  }
}
