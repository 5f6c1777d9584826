package io.callbox.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as an {@link Interceptor} sees it. Until {@link Interceptor#begin} returns, only its
 * thread may use it; after that, any thread may read it.
 */
public interface InterceptedCall {

  /** The side of a call. */
  enum Side {
    /** The call is made here. */
    CLIENT,
    /** The call is served here. */
    SERVER
  }

  /** Returns whether the call is made here or served here. */
  Side side();

  /** The called method. */
  MethodDescriptor<?> method();

  /** The id of this node. */
  String node();

  /**
   * The other node. On the client, the called node, or null for any provider. On the server, the
   * node that the request names as its caller, or null; this is not verified.
   */
  @Nullable String peer();

  /**
   * On the server, the id of the call; null for a notification, and on the client. Not for logs:
   * {@link CallIds#forLog}.
   */
  @Nullable String id();

  /**
   * The key of the reply list; null for a notification, and if the request does not name one. A
   * program that knows it can answer calls of this caller, so do not log it.
   */
  @Nullable String replyTo();

  /** The headers of the call. Change them only with {@link #addHeader}. */
  Map<String, String> headers();

  /**
   * On the client, adds a header; it replaces an earlier value of the same name.
   *
   * @throws IllegalStateException on the server, or after {@code begin} has returned
   */
  void addHeader(String name, String value);

  /** The instant when the caller stops waiting, by Redis's clock; null for never. */
  @Nullable Instant deadline();

  /**
   * The current time of Redis's clock, in milliseconds since the epoch. Use it for times that two
   * nodes compare.
   */
  long brokerMillis();

  /**
   * On the server, the time for which the request waited; null if the request does not say when it
   * was sent. Null on the client, which receives this time with {@link Outcome#times}.
   */
  @Nullable Duration queued();

  /**
   * The arguments as JSON, with the exact bytes of the message, as a signature covers them. Do not
   * change the array. On the client this encodes the arguments separately, which costs a copy; on
   * the server it searches the message again. Call it before {@code begin} returns.
   *
   * @throws RpcException {@code INVALID_ARGUMENT} if they cannot be written
   */
  byte[] params();
}
