package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A grant: the total number of items of a stream that its caller accepts. It is the notification
 * {@code rpc.credit}. It is a total, so a grant that is lost or comes twice does no harm.
 *
 * @param call the id of the call
 * @param upTo the total number of items
 */
public record CreditMessage(String call, long upTo) {

  /** The name of the notification. */
  public static final String METHOD = "rpc.credit";

  private static final byte[] CALL =
      Scan.bytes("{\"jsonrpc\":\"2.0\",\"method\":\"rpc.credit\",\"params\":{\"call\":\"");
  private static final byte[] UP_TO = Scan.bytes("\",\"upTo\":");
  private static final byte[] END = Scan.bytes("}}");

  /** Writes the message. */
  public byte[] write() {
    MessageBuffer out = new MessageBuffer();
    out.write(CALL);
    out.write(new SerializedString(call).asQuotedUTF8());
    out.write(UP_TO);
    out.writeNumber(upTo);
    out.write(END);
    return out.take();
  }

  /** Reads a message in the layout of Callbox clients; null if it has another layout. */
  public static @Nullable CreditMessage of(Slice message) {
    int end = message.offset() + message.length();
    Scan scan = new Scan(message.bytes(), message.offset(), end);
    int call = scan.over(CALL).at();
    int callEnd = scan.overText().at();
    scan.over(UP_TO);
    long upTo = scan.number();
    return scan.over(END).isRight() && scan.at() == end
        ? new CreditMessage(scan.text(call, callEnd), upTo)
        : null;
  }

  /**
   * Reads the parameters of a message in another layout; the parser is at their first token. Null
   * if a member is missing.
   */
  public static @Nullable CreditMessage read(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.START_OBJECT ? members(in) : null;
  }

  private static @Nullable CreditMessage members(JsonParser in) throws IOException {
    String call = null;
    long upTo = -1;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken value = in.nextToken();
      if (name.equals("call") && value == JsonToken.VALUE_STRING) {
        call = in.getText();
      } else if (name.equals("upTo") && value == JsonToken.VALUE_NUMBER_INT) {
        upTo = in.getLongValue();
      } else {
        in.skipChildren();
      }
    }
    return call == null || upTo < 0 ? null : new CreditMessage(call, upTo);
  }
}
