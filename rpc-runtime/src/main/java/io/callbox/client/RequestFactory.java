package io.callbox.client;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.wire.EnvelopeWriter;
import io.callbox.wire.Request;
import io.callbox.wire.RequestId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the requests of a client: their ids, deadlines and envelopes. */
final class RequestFactory {

  /** Stands for any longer timeout: a century still fits into nanoseconds. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(36_500);

  private final ClientSettings settings;
  private final BrokerClock clock;
  private final CallerIdentity identity;
  private final AtomicLong lastId = new AtomicLong();

  RequestFactory(ClientSettings settings, BrokerClock clock, CallerIdentity identity) {
    this.settings = settings;
    this.clock = clock;
    this.identity = identity;
  }

  /**
   * A request that is to be answered.
   *
   * @param listener hears where its time went on the server; null for nobody
   * @throws RpcException if the arguments cannot be encoded, or are too large
   */
  PendingCall.Sent call(
      MethodDescriptor<?> method,
      ParamsWriter params,
      CallOptions options,
      @Nullable Consumer<CallTimes> listener) {
    String id = identity.id(lastId.incrementAndGet());
    long start = clock.nanoTime();
    Duration timeout = timeout(method, options);
    Request head = head(method, RequestId.of(id), timeout, options);
    return new PendingCall.Sent(id, encode(head, params), start, timeout.toNanos(), listener);
  }

  /**
   * A request that is not to be answered.
   *
   * @throws RpcException if the arguments cannot be encoded, or are too large
   */
  byte[] notification(MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    return encode(head(method, null, timeout(method, options), options), params);
  }

  /** When a call that starts now is over, in milliseconds of the broker's clock. */
  long deadline(MethodDescriptor<?> method, CallOptions options) {
    return clock.millis() + timeout(method, options).toMillis();
  }

  private Request head(
      MethodDescriptor<?> method, @Nullable RequestId id, Duration timeout, CallOptions options) {
    long now = clock.millis();
    return new Request(
        id,
        method.fullName(),
        id == null ? null : identity.replies().key(),
        now + timeout.toMillis(),
        now,
        settings.node(),
        options.headers());
  }

  /** The call says it, else the method, else the node. */
  Duration timeout(MethodDescriptor<?> method, CallOptions options) {
    Duration ofCall = options.timeout();
    Duration ofMethod = method.timeout();
    Duration own = ofCall != null ? ofCall : ofMethod != null ? ofMethod : settings.timeout();
    return inherited(own.compareTo(LONGEST_TIMEOUT) < 0 ? own : LONGEST_TIMEOUT);
  }

  /**
   * A call made inside an implementation ends with the call that is being served, at the latest.
   */
  private Duration inherited(Duration own) {
    CallContext outer = CallContext.current();
    if (outer == null || outer.deadline() == null) {
      return own;
    }
    long left = outer.deadline().toEpochMilli() - clock.millis();
    return Duration.ofMillis(Math.max(1, Math.min(left, own.toMillis())));
  }

  private byte[] encode(Request head, ParamsWriter params) {
    byte[] request;
    try {
      request = EnvelopeWriter.request(head, params);
    } catch (IOException | RuntimeException failure) {
      throw new RpcException(
          StatusCode.INVALID_ARGUMENT,
          Executed.NO,
          head.method() + ": the arguments cannot be encoded: " + failure.getMessage(),
          failure);
    }
    if (request.length > settings.maxMessageBytes()) {
      throw new RpcException(
          StatusCode.RESOURCE_EXHAUSTED,
          head.method()
              + (": the request has " + request.length + " bytes, at most ")
              + (settings.maxMessageBytes() + " are allowed"));
    }
    return request;
  }
}
