package io.callbox.internal.wire;

import io.callbox.json.ValueReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call in the layout of Callbox clients, without headers.
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
    int replyTo = scan.over(REPLY_TO).at();
    int replyToEnd = scan.overText().at();
    scan.over(DEADLINE);
    long deadline = scan.number();
    scan.over(SENT_AT);
    long sentAt = scan.number();
    int from = scan.over(FROM).at();
    int fromEnd = scan.overText().at();
    int params = scan.over(PARAMS).at();
    if (!scan.isRight() || params == end || idEnd - id > RequestId.MAX_LENGTH) {
      return null;
    }
    Request head =
        new Request(
            RequestId.in(bytes, id, idEnd),
            KnownTexts.of(bytes, method, methodEnd),
            KnownTexts.of(bytes, replyTo, replyToEnd),
            EpochMillis.bounded(deadline),
            EpochMillis.bounded(sentAt),
            KnownTexts.of(bytes, from, fromEnd),
            Map.of());
    return new ScannedRequest(message, head, params);
  }

  /**
   * Reads the parameters with {@code reader}, which is called at their first token.
   *
   * @return {@link #MISFIT} if this fails, or if more follows: a {@link RequestReader} then says
   *     what is wrong
   */
  public @Nullable Object read(ValueReader<?> reader) {
    int end = message.offset() + message.length() - 1;
    return ValueParser.read(message.bytes(), params, end, reader);
  }
}
