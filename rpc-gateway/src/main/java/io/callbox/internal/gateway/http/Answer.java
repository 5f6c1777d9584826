package io.callbox.internal.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.gateway.access.RequestHead;
import io.callbox.rpc.StatusCode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The answer to a request. Immutable; the arrays must not change. */
public sealed interface Answer {

  /** The headers that every answer has. */
  Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer");

  /** The HTTP status. */
  int status();

  /** The headers, except those of {@link #ALWAYS}. */
  Map<String, String> headers();

  /** Returns the same answer with one more header. */
  Answer with(String name, String value);

  /**
   * An answer with a complete body.
   *
   * @param body the body; empty for none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Whole(int status, Map<String, String> headers, byte[] body) implements Answer {

    @Override
    public Whole with(String name, String value) {
      return new Whole(status, added(headers, name, value), body);
    }
  }

  /**
   * An answer that comes in parts, as events of {@code text/event-stream}.
   *
   * @param feed sends the events
   */
  record Events(Map<String, String> headers, Feed feed) implements Answer {

    /** Returns whether the client accepts events. */
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

  /** Sends events, from its opening until it ends them or is closed. */
  @FunctionalInterface
  interface Feed {

    /**
     * Starts. Must not block.
     *
     * @return runs once when the reader has gone, or when the events have ended
     */
    Runnable open(EventSink sink);
  }

  /** Returns an answer with JSON and this status. */
  static Whole json(int status, byte[] body) {
    return new Whole(status, Map.of("Content-Type", "application/json"), body);
  }

  /** Returns an answer without a body. */
  static Whole nothing(int status) {
    return new Whole(status, Map.of(), new byte[0]);
  }

  /**
   * Returns a refusal that a JSON-RPC client can read: an error without an id.
   *
   * @param status the HTTP status
   * @param code the JSON-RPC code
   */
  static Whole refusal(int status, StatusCode code, String message) {
    String body =
        String.format(
            Locale.ROOT,
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":%d,\"message\":\"%s\"}}",
            code.code(),
            JsonEscapes.of(message));
    return json(status, body.getBytes(UTF_8));
  }

  /** Returns a refusal for a caller that sends more than its rate. */
  public static Answer tooMany(String message) {
    return refusal(429, StatusCode.RESOURCE_EXHAUSTED, message).with("Retry-After", "1");
  }

  private static Map<String, String> added(Map<String, String> headers, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return more;
  }
}
