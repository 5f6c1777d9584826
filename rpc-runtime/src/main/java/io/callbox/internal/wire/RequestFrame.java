package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.SerializedString;

/**
 * What the requests of one client to one method have in common, ready to be written: all but three
 * numbers and the parameters. Immutable.
 */
public final class RequestFrame {

  static final SerializedString PARAMS = new SerializedString("params");

  private static final byte[] SENT_AT = Scan.bytes(",\"sentAt\":");

  private final byte[] beforeNumber;
  private final byte[] beforeDeadline;
  private final byte[] beforeParams;

  /**
   * A frame.
   *
   * @param idPrefix what the ids of the client's calls begin with
   * @param method {@code Service.method}
   * @param replyTo where the client is answered
   * @param from the client's node
   */
  public RequestFrame(String idPrefix, String method, String replyTo, String from) {
    this.beforeNumber = utf8("\"jsonrpc\":\"2.0\",\"id\":\"", idPrefix);
    this.beforeDeadline =
        join(
            utf8("\",\"method\":\"", method),
            utf8("\",\"replyTo\":\"", replyTo),
            Scan.bytes("\",\"deadline\":"));
    this.beforeParams = join(utf8(",\"from\":\"", from), Scan.bytes("\","));
  }

  /**
   * What differs from request to request.
   *
   * @param call what the id ends with
   * @param deadline when the caller stops waiting, in milliseconds of the broker's clock
   * @param sentAt when it is sent, by the same clock
   */
  public record Numbers(long call, long deadline, long sentAt) {}

  /** Writes all members but the parameters, and the comma before these. */
  void writeHead(MessageBuffer out, Numbers numbers) {
    out.write(beforeNumber);
    out.writeNumber(numbers.call);
    out.write(beforeDeadline);
    out.writeNumber(numbers.deadline);
    out.write(SENT_AT);
    out.writeNumber(numbers.sentAt);
    out.write(beforeParams);
  }

  private static byte[] utf8(String json, String text) {
    return join(Scan.bytes(json), new SerializedString(text).asQuotedUTF8());
  }

  private static byte[] join(byte[]... parts) {
    MessageBuffer joined = new MessageBuffer();
    for (byte[] part : parts) {
      joined.write(part);
    }
    return joined.take();
  }
}
