package io.callbox.internal.client.request;

import io.callbox.internal.registry.PausedServices;
import io.callbox.internal.wire.ByName;
import io.callbox.internal.wire.Durability;
import io.callbox.internal.wire.DurableFrames;
import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.internal.wire.RequestId;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of a client: their ids, deadlines and envelopes. It refuses requests to
 * services that are paused.
 */
public final class RequestFactory {

  /** The maximum timeout; longer ones are reduced to it. A century still fits into nanoseconds. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(36_500);

  private final String node;
  private final Duration timeout;
  private final int maxMessageBytes;
  private final RequestEncoding encoding;
  private final BrokerClock clock;
  private final CallerIdentity identity;
  private final AtomicLong lastNumber = new AtomicLong();
  private final ByName<RequestEnvelope.Frame> frames;
  private final DurableFrames durableFrames;

  /** The services whose calls are refused now. */
  private volatile Set<String> refused = Set.of();

  public RequestFactory(ClientSettings settings, BrokerClock clock, CallerIdentity identity) {
    this.node = settings.node();
    this.timeout = settings.timeout();
    this.maxMessageBytes = settings.maxMessageBytes();
    this.encoding = new RequestEncoding(maxMessageBytes);
    this.clock = clock;
    this.identity = identity;
    this.frames =
        new ByName<>(
            method ->
                new RequestEnvelope.Frame(identity.id(), method, identity.replies().key(), node));
    this.durableFrames = new DurableFrames(identity.results().key(), node);
  }

  /**
   * Creates a request with a response.
   *
   * @param listener receives its times on the server; null for none
   * @throws RpcException if calls to the service are refused now, or the arguments cannot be
   *     encoded, or are too large
   */
  public CallRequest call(
      MethodDescriptor<?> method,
      ParamsWriter params,
      CallOptions options,
      @Nullable Consumer<CallTimes> listener) {
    requireServed(method);
    long number = lastNumber.incrementAndGet();
    long start = clock.nanoTime();
    Duration timeout = timeout(method, options);
    RequestEnvelope request =
        options.headers().isEmpty()
            ? framed(method, params, number, timeout)
            : RequestEnvelope.of(
                encode(head(method, RequestId.of(identity.id(number)), timeout, options), params));
    return new CallRequest(number, request, start, timeout.toNanos(), listener);
  }

  /** Refuses calls of these services from now on, and of no others. */
  public void refuse(Set<String> services) {
    refused = services;
  }

  private void requireServed(MethodDescriptor<?> method) {
    String service = method.service();
    if (refused.contains(service)) {
      throw new RpcException(StatusCode.UNAVAILABLE, Executed.NO, PausedServices.refusal(service));
    }
  }

  /** Returns how many calls there have been. */
  public long calls() {
    return lastNumber.get();
  }

  /**
   * Creates a request for a stream.
   *
   * @param listener receives its times on the server; null for none
   * @param bounded whether its timeout applies to the whole stream
   * @param credit the number of items that its server may send at first
   * @throws RpcException if the arguments are too large
   */
  public CallRequest stream(
      MethodDescriptor<?> method,
      ParamsWriter params,
      CallOptions options,
      @Nullable Consumer<CallTimes> listener,
      boolean bounded,
      int credit) {
    long number = lastNumber.incrementAndGet();
    Duration timeout = timeout(method, options);
    long start = clock.nanoTime();
    long now = clock.millis();
    Request head =
        new Request(
            RequestId.of(identity.id(number)),
            method.fullName(),
            identity.replies().key(),
            bounded ? now + timeout.toMillis() : 0,
            now,
            node,
            options.headers(),
            null,
            credit);
    RequestEnvelope request = RequestEnvelope.of(encode(head, params));
    return new CallRequest(number, request, start, timeout.toNanos(), listener);
  }

  private RequestEnvelope framed(
      MethodDescriptor<?> method, ParamsWriter params, long number, Duration timeout) {
    RequestEnvelope.Frame frame = frames.of(method.fullName());
    long now = clock.millis();
    RequestEnvelope request;
    try {
      request = RequestEnvelope.of(frame, number, now + timeout.toMillis(), now, params);
    } catch (IOException | RuntimeException failure) {
      throw RequestEncoding.failed(method.fullName(), failure);
    }
    if (request.length() > maxMessageBytes) {
      throw encoding.tooLarge(method.fullName(), request.length());
    }
    return request;
  }

  /**
   * Creates a request without a response.
   *
   * @throws RpcException if calls to the service are refused now, or the arguments cannot be
   *     encoded, or are too large
   */
  public byte[] notification(MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    requireServed(method);
    return encode(head(method, null, timeout(method, options), options), params);
  }

  /**
   * Creates the request of a durable call.
   *
   * @throws RpcException if the arguments cannot be encoded, or are too large
   */
  public byte[] durable(
      MethodDescriptor<?> method,
      ParamsWriter params,
      CallOptions options,
      String id,
      Durability durability) {
    DurableFrames.Call call = new DurableFrames.Call(RequestId.of(id), clock.millis(), durability);
    DurableFrames.Frame frame =
        options.headers().isEmpty() ? durableFrames.of(method.fullName(), call) : null;
    if (frame != null) {
      return encoding.of(method.fullName(), () -> EnvelopeWriter.durable(frame, call, params));
    }
    Request head =
        new Request(
            call.id(),
            method.fullName(),
            null,
            0,
            call.sentAt(),
            node,
            options.headers(),
            durability,
            0);
    return encode(head, params);
  }

  /** Returns the deadline of a call that starts now, in milliseconds of the broker's clock. */
  public long deadline(MethodDescriptor<?> method, CallOptions options) {
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
        node,
        options.headers());
  }

  /** Returns the timeout of the call, else of the method, else of the node. */
  public Duration timeout(MethodDescriptor<?> method, CallOptions options) {
    Duration ofCall = options.timeout();
    Duration ofMethod = method.timeout();
    Duration own = ofCall != null ? ofCall : ofMethod != null ? ofMethod : timeout;
    return inherited(bounded(own));
  }

  /** Returns a timeout that fits into nanoseconds; a longer one is reduced to a century. */
  public static Duration bounded(Duration timeout) {
    return timeout.compareTo(LONGEST_TIMEOUT) < 0 ? timeout : LONGEST_TIMEOUT;
  }

  /**
   * Bounds a timeout: a call inside an implementation ends at the latest with the call that is
   * being served.
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
    return encoding.of(head.method(), () -> EnvelopeWriter.request(head, params));
  }
}
