package io.callbox.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * The common parts of one client's durable requests, by method, ready to write, like {@link
 * RequestEnvelope.Frame} for other requests. Safe for use by many threads.
 */
public final class DurableFrames {

  private final String doneTo;
  private final ByName<Frame> frames;

  /**
   * Creates it without frames.
   *
   * @param doneTo the channel on which the client receives results
   * @param from the client's node
   */
  public DurableFrames(String doneTo, String from) {
    this.doneTo = doneTo;
    this.frames = new ByName<>(method -> new Frame(method, doneTo, from));
  }

  /**
   * The parts in which one request differs from the others.
   *
   * @param id the id of its call
   * @param sentAt the time when it is sent, in milliseconds of the broker's clock
   * @param durability the members that make it durable
   */
  public record Call(RequestId id, long sentAt, Durability durability) {

    /**
     * Returns whether it has only the members that most durable requests have, as {@link
     * ScannedRequest} reads them.
     */
    private boolean isUsual() {
      return sentAt > 0
          && durability.notBefore() == 0
          && durability.timeoutMillis() == 0
          && durability.keepMillis() >= 0
          && durability.sync() == null
          && id.isPlain();
    }
  }

  /**
   * Returns the frame of a request to a method, {@code Service.method}; null if the request has
   * unusual members.
   */
  public @Nullable Frame of(String method, Call call) {
    String told = call.durability.doneTo();
    return call.isUsual() && (told == null || told.equals(doneTo)) ? frames.of(method) : null;
  }

  /** The common part of the durable requests to one method. Immutable. */
  public static final class Frame {

    private static final byte[] START = Scan.bytes("\"jsonrpc\":\"2.0\",\"id\":\"");
    private static final byte[] KEEP = Scan.bytes(",\"keep\":");

    private final byte[] beforeSentAt;
    private final byte[] end;
    private final byte[] endIfTold;

    private Frame(String method, String doneTo, String from) {
      this.beforeSentAt =
          RequestEnvelope.Frame.join(
              RequestEnvelope.Frame.utf8("\",\"method\":\"", method), Scan.bytes("\",\"sentAt\":"));
      this.end =
          RequestEnvelope.Frame.join(
              RequestEnvelope.Frame.utf8(",\"from\":\"", from), Scan.bytes("\","));
      this.endIfTold =
          RequestEnvelope.Frame.join(
              RequestEnvelope.Frame.utf8(",\"doneTo\":\"", doneTo), Scan.bytes("\""), end);
    }

    /** Writes the request up to its parameters, without the bracket with which it begins. */
    void writeHead(MessageBuffer out, Call call) {
      out.write(START);
      call.id.writePlain(out);
      out.write(beforeSentAt);
      out.writeNumber(call.sentAt);
      out.write(KEEP);
      out.writeNumber(call.durability.keepMillis());
      out.write(call.durability.doneTo() == null ? end : endIfTold);
    }
  }
}
