package io.callbox.internal.client.channel;

import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Executed;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Outcome;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way through a client's interceptors. Belongs to its caller's thread until it is
 * started, and then to the thread that ends it.
 */
final class OutgoingCall implements InterceptedCall {

  private final MethodDescriptor<?> method;
  private final ParamsWriter params;
  private final CallOptions options;
  private final Origin origin;
  private @Nullable Map<String, String> changedHeaders;
  private byte @Nullable [] writtenParams;
  private boolean begun;

  /**
   * Set by the thread that decodes the reply. A thread that cancels the call in the meantime may
   * not see it.
   */
  private @Nullable CallTimes times;

  OutgoingCall(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options, Origin origin) {
    this.method = method;
    this.params = params;
    this.options = options;
    this.origin = origin;
  }

  /**
   * The origin, the destination and the deadline of a call.
   *
   * @param node the calling node
   * @param peer the called node; null for any provider of the service
   * @param replyTo its reply list; null for a notification
   * @param clock the broker's clock
   * @param deadline when the call must be over, in milliseconds of the broker's clock
   */
  record Origin(
      String node,
      @Nullable String peer,
      @Nullable String replyTo,
      BrokerClock clock,
      long deadline) {

    /** Returns the same origin for a call without a reply. */
    Origin ofNotification() {
      return new Origin(node, peer, null, clock, deadline);
    }
  }

  /** Lets the interceptor begin. From then on the call does not change. */
  CallObserver begin(Interceptor interceptor) {
    try {
      return interceptor.begin(this);
    } finally {
      begun = true;
    }
  }

  /** Returns the caller's options with the changes of the interceptor. */
  CallOptions options() {
    Map<String, String> changed = changedHeaders;
    return changed == null ? options : options.replacingHeaders(changed);
  }

  /**
   * Returns a writer of the arguments; it writes the same bytes if an interceptor has read them.
   */
  ParamsWriter paramsWriter() {
    byte[] written = writtenParams;
    return written == null
        ? params
        : out -> out.writeRawValue(new String(written, StandardCharsets.UTF_8));
  }

  /** Receives the times of the call on the server, before the call ends. */
  void told(CallTimes newTimes) {
    times = newTimes;
  }

  /**
   * Returns the outcome of the call.
   *
   * @param failure its failure; null if it succeeded
   */
  Outcome outcome(@Nullable Throwable failure) {
    Outcome outcome = failure == null ? Outcome.RESULT : Outcome.of(method, failure);
    return outcome.withTimes(times);
  }

  @Override
  public Side side() {
    return Side.CLIENT;
  }

  @Override
  public MethodDescriptor<?> method() {
    return method;
  }

  @Override
  public String node() {
    return origin.node;
  }

  @Override
  public @Nullable String peer() {
    return origin.peer;
  }

  @Override
  public @Nullable String id() {
    return null;
  }

  @Override
  public @Nullable String replyTo() {
    return origin.replyTo;
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> changed = changedHeaders;
    return changed == null ? options.headers() : changed;
  }

  @Override
  public void addHeader(String name, String value) {
    if (begun) {
      throw new IllegalStateException("the call has been sent: too late for header " + name);
    }
    if (changedHeaders == null) {
      changedHeaders = new LinkedHashMap<>(options.headers());
    }
    changedHeaders.put(name, value);
  }

  @Override
  public Instant deadline() {
    return Instant.ofEpochMilli(origin.deadline);
  }

  @Override
  public long brokerMillis() {
    return origin.clock.millis();
  }

  @Override
  public @Nullable Duration queued() {
    return null;
  }

  @Override
  public byte[] params() {
    byte[] written = writtenParams;
    if (written == null) {
      written = write();
      writtenParams = written;
    }
    return written;
  }

  private byte[] write() {
    try {
      return EnvelopeWriter.params(params);
    } catch (IOException failure) {
      String message = method + ": the arguments cannot be encoded: " + failure.getMessage();
      throw new RpcException(StatusCode.INVALID_ARGUMENT, Executed.NO, message, failure);
    }
  }
}
