package io.callbox.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as an {@link Interceptor} sees it. Belongs to the thread of {@link Interceptor#begin}
 * until that returns; may be read on any thread after it.
 */
public interface InterceptedCall {

  /** Which end of a call this is. */
  enum Side {
    /** The call is being made here. */
    CLIENT,
    /** The call is being served here. */
    SERVER
  }

  /** Whether the call is made here or served here. */
  Side side();

  /** What is called. */
  MethodDescriptor<?> method();

  /** The id of the node that this happens on. */
  String node();

  /**
   * The other node: on the client, that which is called, null for whoever provides the service; on
   * the server, that which says it calls, null if none does. It is a claim, not a proof.
   */
  @Nullable String peer();

  /**
   * On the server, the id of the call; null for a notification, and on the client. Not for logs:
   * {@link CallIds#forLog}.
   */
  @Nullable String id();

  /**
   * The key of the list that the call is answered on; null for a notification, and if the request
   * does not name one. Whoever knows it can answer calls of this caller: not for logs.
   */
  @Nullable String replyTo();

  /** What travels along with the call. Not to be changed but by {@link #addHeader}. */
  Map<String, String> headers();

  /**
   * On the client, makes a header travel along; an earlier value of the same name is replaced.
   *
   * @throws IllegalStateException on the server, or after {@code begin} has returned
   */
  void addHeader(String name, String value);

  /** When the caller stops waiting, by Redis's clock; null for never. */
  @Nullable Instant deadline();

  /**
   * Redis's clock now, in milliseconds of the epoch. What two nodes compare is to be in this time.
   */
  long brokerMillis();

  /**
   * On the server, how long the request waited to be served; null if it does not say when it was
   * sent, and on the client, which hears of that with {@link Outcome#times}.
   */
  @Nullable Duration queued();

  /**
   * The arguments as JSON, byte for byte as they travel: what a signature covers. Nobody changes
   * the array. On the client they are written to be looked at, which costs a copy; on the server
   * the message is looked through again. To be called before {@code begin} returns.
   *
   * @throws RpcException {@code INVALID_ARGUMENT} if they cannot be written
   */
  byte[] params();
}
