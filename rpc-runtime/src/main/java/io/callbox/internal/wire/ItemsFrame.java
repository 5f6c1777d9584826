package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.List;

/**
 * The common part of the messages of one stream, {@code rpc.items}: everything except the position
 * of the first item and the items. Immutable.
 */
public final class ItemsFrame {

  static final byte[] CALL =
      Scan.bytes("{\"jsonrpc\":\"2.0\",\"method\":\"rpc.items\",\"params\":{\"call\":\"");
  static final byte[] NODE = Scan.bytes("\",\"node\":\"");
  static final byte[] SEQ = Scan.bytes("\",\"seq\":");
  static final byte[] ITEMS = Scan.bytes(",\"items\":");
  static final byte[] END = Scan.bytes("}}");

  private static final int PLACE_DIGITS = 19;

  private final byte[] beforeSeq;

  /**
   * Creates a frame.
   *
   * @param call the id of the call
   * @param node the node that serves it
   */
  public ItemsFrame(String call, String node) {
    MessageBuffer start = new MessageBuffer();
    start.write(CALL);
    start.write(new SerializedString(call).asQuotedUTF8());
    start.write(NODE);
    start.write(new SerializedString(node).asQuotedUTF8());
    start.write(SEQ);
    this.beforeSeq = start.take();
  }

  /**
   * Writes a message.
   *
   * @param seq the number of items before these
   * @param items each as JSON; empty for a sign of life
   */
  public byte[] write(long seq, List<byte[]> items) {
    MessageBuffer out = MessageBuffer.idle();
    out.write(beforeSeq);
    out.writeNumber(seq);
    out.write(ITEMS);
    char separator = '[';
    for (byte[] item : items) {
      out.write(separator);
      out.write(item);
      separator = ',';
    }
    if (items.isEmpty()) {
      out.write('[');
    }
    out.write(']');
    out.write(END);
    return out.takeAndRelease();
  }

  /** Returns the maximum number of bytes of a message besides its items and commas. */
  public int overhead() {
    return beforeSeq.length + PLACE_DIGITS + ITEMS.length + 2 + END.length;
  }
}
