package io.callbox.internal.server.dispatch;

import io.callbox.internal.server.reply.FailureReports;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseEncoder;
import io.callbox.internal.server.stats.MethodStats;
import io.callbox.internal.server.stream.OpenStreams;
import io.callbox.internal.server.stream.StreamedCall;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.ScannedResponse;
import io.callbox.json.ValueWriter;
import io.callbox.log.MessageLog;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Outcome;
import io.callbox.transport.BrokerClock;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the response of a call, and a stream's messages before it, after statistics and
 * interceptors have them. Its user ends the call once, and sends one message at a time.
 */
final class CallResponse implements StreamedCall {

  private static final Logger LOG = LoggerFactory.getLogger(CallResponse.class);
  private static final MessageLog UNENCODABLE =
      MessageLog.of(LOG, "{}: the result cannot be encoded");

  private final CallRunner.Job job;
  private final RunningCall call;
  private final Host host;
  private final long queuedMillis;
  private final long startNanos;

  /** Set, before other threads send more, if the request is acknowledged already. */
  private volatile boolean opened;

  /** Set before the call runs, and so before another thread can complete it; null for none. */
  private @Nullable CallObserver interception;

  /** Begins with a call that is about to run. Its answer removes it from the running calls. */
  CallResponse(CallRunner.Job job, RunningCall call, Host host) {
    this.job = job;
    this.call = call;
    this.host = host;
    long sentAt = job.head().sentAt();
    this.queuedMillis = sentAt == 0 ? -1 : Math.max(0, host.clock.millis() - sentAt);
    this.startNanos = host.clock.nanoTime();
  }

  /**
   * The shared parts of all calls of a server.
   *
   * @param node the id of the node that answers
   * @param clock the broker's clock
   * @param running the calls that run
   * @param maxMessageBytes the maximum size of a response
   * @param reports logs exceptions of implementations, and makes the messages for callers
   * @param streams the streams that the server produces
   */
  record Host(
      String node,
      BrokerClock clock,
      RunningCalls running,
      int maxMessageBytes,
      FailureReports reports,
      OpenStreams streams) {}

  /** Returns whether it answers a run of a durable call. */
  boolean isOfRun() {
    return job.run() != null;
  }

  @Override
  public Request request() {
    return job.head();
  }

  @Override
  public MethodDescriptor<?> method() {
    return job.entry().method();
  }

  @Override
  public int maxMessageBytes() {
    return host.maxMessageBytes;
  }

  /** Returns the streams of the server. */
  OpenStreams streams() {
    return host.streams;
  }

  @Override
  public String node() {
    return host.node;
  }

  /** Returns how long the request waited; negative if it does not say when it was sent. */
  long queuedMillis() {
    return queuedMillis;
  }

  /** Returns the call's context for the implementation. */
  CallContext context() {
    return CallRunner.context(job, call);
  }

  /** Sets the observer of the outcome. Call it before the call runs. */
  void intercepted(CallObserver begun) {
    interception = begun;
  }

  /** Continues an interceptor's work on this thread, until the scope is closed. */
  CallContext.Scope resume() {
    CallObserver begun = interception;
    return begun == null ? CallContext.Scope.NONE : begun.resume();
  }

  @Override
  public void send(byte[] message, Runnable sent) {
    if (opened) {
      host.streams
          .sender()
          .sendMore(request(), message)
          .whenComplete((done, failure) -> sent.run());
    } else {
      opened = true;
      answerRequest(message, sent);
    }
  }

  /** Ends the call with a response that {@link #encoder} has written. */
  void end(ResponseEncoder.Response response) {
    end(response, null);
  }

  /** Ends the call with its result; if this cannot be written, with an error that says so. */
  <T extends @Nullable Object> void succeed(T result, ValueWriter<T> writer) {
    RequestId id = request().id();
    long ranMicros = ranMicros();
    byte[] written;
    try {
      written =
          id == null ? null : ScannedResponse.write(id, queuedMicros(), ranMicros, result, writer);
    } catch (IOException | RuntimeException | Error failure) {
      UNENCODABLE.warn(failure, method());
      end(encoder().error(Failures.unencodable(method(), failure)));
      return;
    }
    if (written == null || written.length <= host.maxMessageBytes) {
      end(written, null, ranMicros, null);
    } else {
      end(encoder().error(Failures.tooLarge(method(), written.length, host.maxMessageBytes)));
    }
  }

  /** Ends the call with the failure of its implementation. */
  void fail(Throwable failure) {
    end(failed(encoder(), failure), failure);
  }

  @Override
  public void endSilently(ErrorBody error) {
    end(null, error, ranMicros(), null);
  }

  @Override
  public void endStream(long items, @Nullable Throwable failure) {
    ResponseEncoder encoder = encoder().ofStream(items);
    end(failure == null ? encoder.end() : failed(encoder, failure), failure);
  }

  @Override
  public void endStream(long items, ErrorBody error) {
    end(encoder().ofStream(items).error(error), null);
  }

  private ResponseEncoder.Response failed(ResponseEncoder encoder, Throwable failure) {
    return encoder.failure(failure, () -> host.reports.of(method(), request(), failure));
  }

  /** Returns the encoder of an outcome that is not a result, or that ends a stream. */
  ResponseEncoder encoder() {
    return new ResponseEncoder(
        request().id(), queuedMicros(), ranMicros(), method(), host.node, host.maxMessageBytes);
  }

  /** Returns how long the request waited, in microseconds; negative if that is unknown. */
  private long queuedMicros() {
    return 1_000 * queuedMillis;
  }

  private long ranMicros() {
    return (host.clock.nanoTime() - startNanos) / 1_000;
  }

  private void end(ResponseEncoder.Response response, @Nullable Throwable failure) {
    end(response.bytes(), response.error(), response.ranMicros(), failure);
  }

  private void end(
      byte @Nullable [] response,
      @Nullable ErrorBody error,
      long ranMicros,
      @Nullable Throwable failure) {
    try {
      MethodStats stats = job.entry().stats();
      stats.end(error == null ? null : error.details().code(), ranMicros);
      if (error != null) {
        stats.failedLast(error(error));
      }
      CallObserver begun = interception;
      if (begun != null) {
        begun.end(error == null ? Outcome.RESULT : outcome(error, failure));
      }
    } finally {
      deliver(response);
    }
  }

  private void deliver(byte @Nullable [] response) {
    if (!opened) {
      answerRequest(response, () -> {});
    } else if (response != null) {
      host.streams.sender().sendMore(request(), response);
    }
  }

  private void answerRequest(byte @Nullable [] response, Runnable sent) {
    host.running.end(call);
    job.answers().answer(request(), response, sent);
  }

  private MethodStats.LastError error(ErrorBody error) {
    return new MethodStats.LastError(host.clock.millis(), error.details().code(), error.message());
  }

  /** Returns the outcome for an error. Only a declared exception travels with its fields. */
  private static Outcome outcome(ErrorBody error, @Nullable Throwable failure) {
    Outcome.Kind kind = error.fields() == null ? Outcome.Kind.FAILED : Outcome.Kind.DECLARED;
    return new Outcome(kind, error.details().code(), failure);
  }
}
