package io.callbox.internal.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.gateway.access.RequestHead;
import io.callbox.rpc.StatusCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered to a request. Immutable; nobody changes the arrays. */
public sealed interface Answer {

  /** The headers that every answer has. */
  Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer");

  /** The status of HTTP. */
  int status();

  /** The headers, but for those that every answer has. */
  Map<String, String> headers();

  /** The same with one more header. */
  Answer with(String name, String value);

  /**
   * An answer that is known as a whole.
   *
   * @param body what it says; empty for nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Whole(int status, Map<String, String> headers, byte[] body) implements Answer {

    @Override
    public Whole with(String name, String value) {
      return new Whole(status, added(headers, name, value), body);
    }
  }

  /**
   * An answer that comes bit by bit, as events of {@code text/event-stream}.
   *
   * @param feed sends the events
   */
  record Events(Map<String, String> headers, Feed feed) implements Answer {

    /** Whether whoever asks takes events. */
    public static boolean areTakenBy(RequestHead head) {
      String accept = head.header("accept");
      return accept != null && accept.contains("text/event-stream");
    }

    @Override
    public int status() {
      return 200;
    }

    @Override
    public Events with(String name, String value) {
      return new Events(added(headers, name, value), feed);
    }
  }

  /** Sends events, from when it is opened until it ends them or is closed. */
  @FunctionalInterface
  interface Feed {

    /**
     * Starts. Must not block.
     *
     * @return is run once when nobody listens any more, or the events have ended
     */
    Runnable open(EventSink sink);
  }

  /** JSON, with this status. */
  static Whole json(int status, byte[] body) {
    return new Whole(status, Map.of("Content-Type", "application/json"), body);
  }

  /** No content. */
  static Whole nothing(int status) {
    return new Whole(status, Map.of(), new byte[0]);
  }

  /**
   * A refusal that any client of JSON-RPC can read: an error without an id.
   *
   * @param status of HTTP
   * @param code of JSON-RPC
   */
  static Whole refusal(int status, StatusCode code, String message) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
            .formatted(code.code(), JsonEscapes.of(message));
    return json(status, body.getBytes(UTF_8));
  }

  private static Map<String, String> added(Map<String, String> headers, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return more;
  }
}
