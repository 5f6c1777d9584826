package io.callbox.internal.wire;

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
      RequestFrames.@Nullable Frame frame, RequestFrames.Numbers numbers, byte[] tail) {
    this.frame = frame;
    this.call = numbers.call();
    this.deadline = numbers.deadline();
    this.sentAt = numbers.sentAt();
    this.tail = tail;
    this.length = tail.length + (frame == null ? 0 : frame.lengthOfHead(numbers));
  }

  /** A request whose bytes are there; they must not change. */
  public static RequestEnvelope of(byte[] request) {
    return new RequestEnvelope(null, RequestFrames.Numbers.NONE, request);
  }

  /**
   * A request with a frame.
   *
   * @param tail its parameters, with their name and with the end of the request
   */
  static RequestEnvelope of(RequestFrames.Frame frame, RequestFrames.Numbers numbers, byte[] tail) {
    return new RequestEnvelope(frame, numbers, tail);
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
