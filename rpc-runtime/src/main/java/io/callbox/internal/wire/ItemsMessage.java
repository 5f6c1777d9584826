package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A message with items of a stream: the notification {@code rpc.items}.
 *
 * @param call the id of the call
 * @param node the node that claims to serve it
 * @param seq the number of items before these
 * @param items the items: a JSON array
 */
public record ItemsMessage(String call, String node, long seq, Slice items) {

  private static final byte[] NONE = Scan.bytes("[]");

  /** Reads a message; null if it is another message. */
  public static @Nullable ItemsMessage of(Slice message) {
    ItemsMessage scanned = scanned(message);
    try {
      return scanned == null ? parsed(message) : scanned;
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** Returns whether it is a sign of life. */
  public boolean isEmpty() {
    return items.length() == NONE.length;
  }

  /** Reads a message in the layout of Callbox servers. */
  private static @Nullable ItemsMessage scanned(Slice slice) {
    byte[] message = slice.bytes();
    int stop = slice.offset() + slice.length();
    Scan scan = new Scan(message, slice.offset(), stop);
    int call = scan.over(ItemsFrame.CALL).at();
    int callEnd = scan.overText().at();
    int node = scan.over(ItemsFrame.NODE).at();
    int nodeEnd = scan.overText().at();
    scan.over(ItemsFrame.SEQ);
    long seq = scan.number();
    int items = scan.over(ItemsFrame.ITEMS).at();
    int end = stop - ItemsFrame.END.length;
    boolean right = scan.isRight() && end - items >= NONE.length && message[end - 1] == ']';
    return right && message[end] == '}' && message[end + 1] == '}'
        ? new ItemsMessage(
            scan.text(call, callEnd),
            scan.knownText(node, nodeEnd),
            seq,
            new Slice(message, items, end - items))
        : null;
  }

  private static @Nullable ItemsMessage parsed(Slice slice) throws IOException {
    try (JsonParser in = slice.open()) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      boolean named = false;
      ItemsMessage params = null;
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        JsonToken value = in.nextToken();
        if (name.equals("method")) {
          named = value == JsonToken.VALUE_STRING && in.getText().equals("rpc.items");
        } else if (name.equals("params") && value == JsonToken.START_OBJECT) {
          params = params(slice, in);
          continue;
        }
        in.skipChildren();
      }
      return named ? params : null;
    }
  }

  private static @Nullable ItemsMessage params(Slice slice, JsonParser in) throws IOException {
    String call = null;
    String node = null;
    long seq = -1;
    Slice items = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken value = in.nextToken();
      if (name.equals("call") && value == JsonToken.VALUE_STRING) {
        call = in.getText();
      } else if (name.equals("node") && value == JsonToken.VALUE_STRING) {
        node = in.getText();
      } else if (name.equals("seq") && value == JsonToken.VALUE_NUMBER_INT) {
        seq = in.getLongValue();
      } else if (name.equals("items") && value == JsonToken.START_ARRAY) {
        items = slice.skipValue(in);
      } else {
        in.skipChildren();
      }
    }
    return call == null || node == null || seq < 0 || items == null
        ? null
        : new ItemsMessage(call, node, seq, items);
  }
}
