package io.callbox.internal.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The mark of a request that was taken from a service's queue and handed over to the inbox of
 * another node: the first member is {@code handedOver}, with the name of the service. A marked
 * request is not handed over again.
 */
public final class HandOverMark {

  private static final byte[] START = "{\"handedOver\":\"".getBytes(StandardCharsets.UTF_8);

  private HandOverMark() {}

  /** Marks a request, which must begin as an object does. */
  public static byte[] mark(Slice request, String service) {
    byte[] name = JsonStringEncoder.getInstance().quoteAsUTF8(service);
    int brace = request.offset();
    while (request.bytes()[brace] != '{') {
      brace++;
    }
    int rest = request.offset() + request.length() - brace - 1;
    byte[] marked = Arrays.copyOf(START, START.length + name.length + 2 + rest);
    System.arraycopy(name, 0, marked, START.length, name.length);
    marked[START.length + name.length] = '"';
    marked[START.length + name.length + 1] = ',';
    System.arraycopy(request.bytes(), brace + 1, marked, marked.length - rest, rest);
    return marked;
  }

  /** Returns the service of a marked request; null if it is not marked, or is not a request. */
  public static @Nullable String serviceOf(byte[] message) {
    try (RequestReader reader = new RequestReader(Slice.of(message))) {
      reader.readHead();
      return reader.handedOver();
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** Returns the request without its mark; null if it has no mark from {@link #mark}. */
  public static byte @Nullable [] unmarked(byte[] message) {
    int end = endOfMark(message);
    if (end < 0) {
      return null;
    }
    byte[] request = Arrays.copyOfRange(message, end, message.length);
    request[0] = '{'; // replaces the comma of the mark
    return request;
  }

  /** Returns the position of the comma after the mark; -1 if there is no mark. */
  private static int endOfMark(byte[] message) {
    if (message.length < START.length
        || !Arrays.equals(message, 0, START.length, START, 0, START.length)) {
      return -1;
    }
    int at = START.length;
    while (at < message.length && message[at] != '"') {
      at += message[at] == '\\' ? 2 : 1;
    }
    return at + 1 < message.length && message[at + 1] == ',' ? at + 1 : -1;
  }
}
