package io.callbox.internal.server.dispatch;

import io.callbox.internal.wire.RequestReader;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.Executed;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through a server's interceptors. Immutable.
 *
 * @param node the node that serves it
 * @param context the context for its implementation
 * @param replyTo the requested reply list; null if the request does not say
 * @param queuedMillis the time for which it waited; negative if unknown
 * @param message the whole request
 * @param clock the broker's clock
 */
record IncomingCall(
    String node,
    CallContext context,
    @Nullable String replyTo,
    long queuedMillis,
    Slice message,
    BrokerClock clock)
    implements InterceptedCall {

  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public MethodDescriptor<?> method() {
    return context.method();
  }

  @Override
  public @Nullable String peer() {
    return context.from();
  }

  @Override
  public @Nullable String id() {
    return context.id();
  }

  @Override
  public Map<String, String> headers() {
    return context.headers();
  }

  @Override
  public void addHeader(String name, String value) {
    throw new IllegalStateException("a server cannot add to what has travelled: header " + name);
  }

  @Override
  public @Nullable Instant deadline() {
    return context.deadline();
  }

  @Override
  public long brokerMillis() {
    return clock.millis();
  }

  @Override
  public @Nullable Duration queued() {
    return queuedMillis < 0 ? null : Duration.ofMillis(queuedMillis);
  }

  @Override
  public byte[] params() {
    try {
      Slice params = RequestReader.paramsOf(message);
      int end = params.offset() + params.length();
      return Arrays.copyOfRange(params.bytes(), params.offset(), end);
    } catch (IOException unreadable) {
      String problem = "the arguments cannot be read: " + unreadable.getMessage();
      throw new RpcException(StatusCode.INVALID_REQUEST, Executed.NO, problem, unreadable);
    }
  }
}
