package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.rpc.ParamsWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request that has not left its node yet. Most requests of a client to a method differ only in a
 * few numbers and the parameters, so an envelope contains only these; the rest is in their frame.
 * The bytes are put together when the request leaves, directly in the buffer of the connection.
 *
 * <p>Immutable. Safe for use by many threads.
 */
public final class RequestEnvelope {

  private final @Nullable Frame frame;
  private final long call;
  private final long deadline;
  private final long sentAt;
  private final byte[] tail;
  private final int length;

  private RequestEnvelope(
      @Nullable Frame frame, long call, long deadline, long sentAt, byte[] tail) {
    this.frame = frame;
    this.call = call;
    this.deadline = deadline;
    this.sentAt = sentAt;
    this.tail = tail;
    this.length = tail.length + (frame == null ? 0 : frame.lengthOfHead(call, deadline, sentAt));
  }

  /**
   * Creates a request with a frame. Its parameters are written now.
   *
   * @param call the last part of its id
   * @param deadline the time when the caller stops waiting, in milliseconds of the broker's clock
   * @param sentAt the time when it is sent, by the same clock
   * @throws IOException if the parameters cannot be encoded
   */
  public static RequestEnvelope of(
      Frame frame, long call, long deadline, long sentAt, ParamsWriter params) throws IOException {
    return new RequestEnvelope(frame, call, deadline, sentAt, PooledJsonWriter.writeTail(params));
  }

  /** Creates a request from its bytes, which must not change. */
  public static RequestEnvelope of(byte[] request) {
    return new RequestEnvelope(null, 0, 0, 0, request);
  }

  /**
   * Returns whether it has a head. A head is on one line, like the head of each request in a chunk.
   */
  public boolean hasHead() {
    return frame != null;
  }

  /** Returns the length of the request, in bytes. */
  public int length() {
    return length;
  }

  /** Writes the part of the request before its {@link #tail}; nothing if there is no such part. */
  public void writeHead(MessageBuffer out) {
    if (frame != null) {
      frame.writeHead(out, call, deadline, sentAt);
    }
  }

  /** Returns the end of the request, or all of it. The bytes must not change. */
  public byte[] tail() {
    return tail;
  }

  /** Returns the request, in bytes that must not change. */
  public byte[] bytes() {
    if (frame == null) {
      return tail;
    }
    MessageBuffer whole = MessageBuffer.idle();
    writeHead(whole);
    whole.write(tail);
    return whole.takeAndRelease();
  }

  /**
   * The common part of one client's requests to one method, ready to write: everything except three
   * numbers and the parameters. Immutable.
   */
  public static final class Frame {

    private static final byte[] SENT_AT = Scan.bytes(",\"sentAt\":");

    private final byte[] beforeNumber;
    private final byte[] beforeDeadline;
    private final byte[] beforeParams;
    private final int lengthOfTexts;

    /**
     * Creates the frame of the requests to a method.
     *
     * @param idPrefix the prefix of the ids of the client's calls
     * @param method {@code Service.method}
     * @param replyTo the client's reply list
     * @param from the client's node
     */
    public Frame(String idPrefix, String method, String replyTo, String from) {
      this.beforeNumber = utf8("{\"jsonrpc\":\"2.0\",\"id\":\"", idPrefix);
      this.beforeDeadline =
          join(
              utf8("\",\"method\":\"", method),
              utf8("\",\"replyTo\":\"", replyTo),
              Scan.bytes("\",\"deadline\":"));
      this.beforeParams = join(utf8(",\"from\":\"", from), Scan.bytes("\","));
      this.lengthOfTexts =
          beforeNumber.length + beforeDeadline.length + SENT_AT.length + beforeParams.length;
    }

    /** Writes the start of the request: all but its parameters, with the comma before these. */
    void writeHead(MessageBuffer out, long call, long deadline, long sentAt) {
      out.write(beforeNumber);
      out.writeNumber(call);
      out.write(beforeDeadline);
      out.writeNumber(deadline);
      out.write(SENT_AT);
      out.writeNumber(sentAt);
      out.write(beforeParams);
    }

    /** Returns the number of bytes that {@link #writeHead} writes. */
    int lengthOfHead(long call, long deadline, long sentAt) {
      return lengthOfTexts
          + MessageBuffer.digits(call)
          + MessageBuffer.digits(deadline)
          + MessageBuffer.digits(sentAt);
    }

    static byte[] utf8(String json, String text) {
      return join(Scan.bytes(json), new SerializedString(text).asQuotedUTF8());
    }

    static byte[] join(byte[]... parts) {
      MessageBuffer joined = new MessageBuffer();
      for (byte[] part : parts) {
        joined.write(part);
      }
      return joined.take();
    }
  }
}
