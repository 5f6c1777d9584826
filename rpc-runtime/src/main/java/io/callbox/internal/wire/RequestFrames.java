package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the requests of one client have in common, by method, ready to write: everything except
 * three numbers and the parameters. Safe for use by many threads.
 */
public final class RequestFrames {

  static final SerializedString PARAMS = new SerializedString("params");

  private final ByMethod<Frame> frames;

  /**
   * No frames yet.
   *
   * @param idPrefix the prefix of the ids of the client's calls
   * @param replyTo the client's reply list
   * @param from the client's node
   */
  public RequestFrames(String idPrefix, String replyTo, String from) {
    this.frames = new ByMethod<>(method -> new Frame(idPrefix, method, replyTo, from));
  }

  /** Returns the frame of the requests to a method, {@code Service.method}. */
  public Frame of(String method) {
    return frames.of(method);
  }

  /**
   * Frames by method, which it remembers. Safe for use by many threads.
   *
   * @param <F> a frame
   */
  static final class ByMethod<F> {

    /** The maximum number of remembered methods, because a program may call ever new names. */
    private static final int MOST = 10_000;

    private final Function<String, F> made;
    private final Map<String, F> known = new ConcurrentHashMap<>();

    ByMethod(Function<String, F> made) {
      this.made = made;
    }

    F of(String method) {
      F frame = known.get(method);
      return frame != null ? frame : remembered(method);
    }

    private F remembered(String method) {
      F frame = made.apply(method);
      if (known.size() < MOST) {
        known.put(method, frame);
      }
      return frame;
    }
  }

  /** The common part of the requests to one method. Immutable. */
  public static final class Frame {

    private static final byte[] SENT_AT = Scan.bytes(",\"sentAt\":");

    private final byte[] beforeNumber;
    private final byte[] beforeDeadline;
    private final byte[] beforeParams;
    private final int lengthOfTexts;

    private Frame(String idPrefix, String method, String replyTo, String from) {
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

    /** Returns how many bytes {@link #writeHead} writes. */
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
