package io.callbox.internal.wire;

import io.callbox.rpc.ParamsWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request that has not left its node yet. Most requests of a client to a method differ in a few
 * numbers and the parameters, so that is all an envelope keeps of them; the rest is in their frame.
 * The bytes are put together when the request leaves, straight into the buffer from which it does.
 *
 * <p>Immutable. Safe for use by many threads.
 */
public final class RequestEnvelope {

  private final RequestFrames.@Nullable Frame frame;
  private final long call;
  private final long deadline;
  private final long sentAt;
  private final byte[] tail;
  private final int length;

  private RequestEnvelope(
      RequestFrames.@Nullable Frame frame, long call, long deadline, long sentAt, byte[] tail) {
    this.frame = frame;
    this.call = call;
    this.deadline = deadline;
    this.sentAt = sentAt;
    this.tail = tail;
    this.length = tail.length + (frame == null ? 0 : frame.lengthOfHead(call, deadline, sentAt));
  }

  /**
   * A request with a frame. Its parameters are written now.
   *
   * @param call the last part of its id
   * @param deadline when the caller stops waiting, in milliseconds of the broker's clock
   * @param sentAt when it is sent, by the same clock
   * @throws IOException if the parameters cannot be encoded
   */
  public static RequestEnvelope of(
      RequestFrames.Frame frame, long call, long deadline, long sentAt, ParamsWriter params)
      throws IOException {
    return new RequestEnvelope(frame, call, deadline, sentAt, PooledJsonWriter.writeTail(params));
  }

  /** A request whose bytes are there; they must not change. */
  public static RequestEnvelope of(byte[] request) {
    return new RequestEnvelope(null, 0, 0, 0, request);
  }

  /** Returns whether it has a head, which is one line, as the head of each request in a chunk. */
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
}
