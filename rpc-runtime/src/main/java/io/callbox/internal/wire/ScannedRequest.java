package io.callbox.internal.wire;

import io.callbox.json.ValueReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call in the layout of Callbox clients, without headers; also a durable call, if it has only the
 * usual members.
 *
 * @param message the whole message
 * @param head all members except its parameters
 * @param params the start of its parameters; they end before the last byte
 */
public record ScannedRequest(Slice message, Request head, int params) {

  /** Stands for parameters that could not be read this way. */
  public static final Object MISFIT = ValueParser.MISFIT;

  private static final byte[] START = Scan.bytes("{\"jsonrpc\":\"2.0\",\"id\":\"");
  private static final byte[] METHOD = Scan.bytes("\",\"method\":\"");
  private static final byte[] REPLY_TO = Scan.bytes("\",\"replyTo\":\"");
  private static final byte[] DEADLINE = Scan.bytes("\",\"deadline\":");
  private static final byte[] SENT_AT = Scan.bytes(",\"sentAt\":");
  private static final byte[] FROM = Scan.bytes(",\"from\":\"");
  private static final byte[] PARAMS = Scan.bytes("\",\"params\":");
  private static final byte[] SENT_AT_FIRST = Scan.bytes("\",\"sentAt\":");
  private static final byte[] KEEP = Scan.bytes(",\"keep\":");
  private static final byte[] DONE_TO = Scan.bytes(",\"doneTo\":\"");
  private static final byte[] FROM_LAST = Scan.bytes("\",\"from\":\"");

  /** Scans a request; null if it has another layout. */
  public static @Nullable ScannedRequest of(Slice message) {
    byte[] bytes = message.bytes();
    int end = message.offset() + message.length() - 1;
    if (end <= message.offset() || bytes[end] != '}') {
      return null;
    }
    Scan scan = new Scan(bytes, message.offset(), end);
    int id = scan.over(START).at();
    int idEnd = scan.overText().at();
    int method = scan.over(METHOD).at();
    int methodEnd = scan.overText().at();
    if (scan.isAt(SENT_AT_FIRST)) {
      return durable(message, scan, new Beginning(id, idEnd, method, methodEnd));
    }
    int replyTo = scan.over(REPLY_TO).at();
    int replyToEnd = scan.overText().at();
    scan.over(DEADLINE);
    long deadline = scan.millis();
    scan.over(SENT_AT);
    long sentAt = scan.millis();
    int from = scan.over(FROM).at();
    int fromEnd = scan.overText().at();
    int params = scan.over(PARAMS).at();
    if (!scan.isRight() || params == end || idEnd - id > RequestId.MAX_LENGTH) {
      return null;
    }
    Request head =
        new Request(
            RequestId.in(bytes, id, idEnd),
            scan.knownText(method, methodEnd),
            scan.knownText(replyTo, replyToEnd),
            deadline,
            sentAt,
            scan.knownText(from, fromEnd),
            Map.of());
    return new ScannedRequest(message, head, params);
  }

  /** The places of its first two texts. */
  private record Beginning(int id, int idEnd, int method, int methodEnd) {}

  /**
   * Scans a durable call that is to run at once, with the timeout of its method, from its {@code
   * sentAt} on.
   */
  private static @Nullable ScannedRequest durable(Slice message, Scan scan, Beginning begun) {
    long sentAt = scan.over(SENT_AT_FIRST).millis();
    long keep = scan.over(KEEP).number();
    boolean isTold = scan.isAt(DONE_TO);
    int doneTo = isTold ? scan.over(DONE_TO).at() : 0;
    int doneToEnd = isTold ? scan.overText().at() : 0;
    int from = scan.over(isTold ? FROM_LAST : FROM).at();
    int fromEnd = scan.overText().at();
    int params = scan.over(PARAMS).at();
    if (!scan.isRight() || params == message.offset() + message.length() - 1) {
      return null;
    } else if (begun.idEnd - begun.id > RequestId.MAX_LENGTH
        || fromEnd - from > RequestId.MAX_LENGTH) {
      return null;
    }
    byte[] bytes = message.bytes();
    long lasts = Math.max(1, Math.min(keep, Durability.LONGEST_MILLIS));
    String channel = isTold ? scan.knownText(doneTo, doneToEnd) : null;
    Request head =
        new Request(
            RequestId.in(bytes, begun.id, begun.idEnd),
            scan.knownText(begun.method, begun.methodEnd),
            null,
            0,
            sentAt,
            scan.knownText(from, fromEnd),
            Map.of(),
            new Durability(lasts, 0, 0, null, channel),
            0);
    return new ScannedRequest(message, head, params);
  }

  /**
   * Reads the parameters with {@code reader}, which is called at their first token.
   *
   * @return {@link #MISFIT} if this fails, or if more follows: a {@link RequestReader} then finds
   *     the problem
   */
  public @Nullable Object read(ValueReader<?> reader) {
    int end = message.offset() + message.length() - 1;
    return ValueParser.read(message.bytes(), params, end, reader);
  }
}
