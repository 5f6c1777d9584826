package io.callbox.internal.server;

import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.ItemsFrame;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.json.ValueWriter;
import io.callbox.log.MessageLog;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Outcome;
import io.callbox.rpc.Responder;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way through the server. It answers exactly once: the first outcome counts,
 * from the thread that runs the call or from the thread that completes its future. Statistics and
 * interceptors receive the outcome before the caller.
 */
final class ServerCall implements Responder, Supplier<CallContext> {

  private static final Logger LOG = LoggerFactory.getLogger(ServerCall.class);
  private static final MessageLog REFUSED = MessageLog.of(LOG, "a notification was refused: {}");
  private static final MessageLog REPEATED =
      MessageLog.of(LOG, "{}: a second request of id {} is dropped");
  private static final MessageLog OVERDUE =
      MessageLog.of(LOG, "{} has returned a future that was not complete in time");

  private final CallRunner.Job job;
  private final Cancellation cancellation;
  private final Host host;
  private final long queuedMillis;
  private final long startNanos;
  private final AtomicBoolean answered = new AtomicBoolean();

  /**
   * Whether the request is acknowledged although more messages follow. Set before other threads
   * send more.
   */
  private volatile boolean opened;

  /** Set before the call runs, and so before another thread can complete it. */
  private CallObserver interception = CallObserver.NONE;

  /** Used only by the thread that runs the call; null before somebody asks. */
  private @Nullable CallContext context;

  /** Creates a call that is about to run. Its answer removes it from the running calls. */
  ServerCall(CallRunner.Job job, Cancellation cancellation, Host host) {
    this.job = job;
    this.cancellation = cancellation;
    this.host = host;
    long sentAt = job.head().sentAt();
    this.queuedMillis = sentAt == 0 ? -1 : Math.max(0, host.clock.millis() - sentAt);
    this.startNanos = host.clock.nanoTime();
  }

  /**
   * The shared parts of all calls of a server.
   *
   * @param clock the broker's clock
   * @param running the calls that run
   * @param maxMessageBytes the maximum size of a response
   * @param reports logs exceptions of implementations, and makes the messages for callers
   * @param streams the streams that the server produces
   */
  record Host(
      BrokerClock clock,
      RunningCalls running,
      int maxMessageBytes,
      FailureReports reports,
      OpenStreams streams) {}

  /** Describes the call to its implementation. */
  @Override
  public CallContext get() {
    CallContext known = context;
    if (known == null) {
      known = CallRunner.context(job, cancellation);
      context = known;
    }
    return known;
  }

  Request request() {
    return job.head();
  }

  MethodDescriptor<?> method() {
    return job.entry().method();
  }

  int maxMessageBytes() {
    return host.maxMessageBytes;
  }

  /** Returns how long the request waited; negative if it does not say when it was sent. */
  long queuedMillis() {
    return queuedMillis;
  }

  void intercepted(CallObserver begun) {
    interception = begun;
  }

  /** Runs the implementation on this thread. Throws nothing. */
  void run(Invocation invocation) {
    try {
      invocation.run(this);
    } catch (Exception | Error failure) {
      fail(failure);
    }
  }

  @Override
  public <T extends @Nullable Object> void succeed(T result, ValueWriter<T> writer) {
    if (answered.compareAndSet(false, true)) {
      answer(encoder().result(result, writer), null);
    }
  }

  @Override
  public void succeed() {
    succeed("", (out, nothing) -> out.writeNull());
  }

  @Override
  public <T> void stream(Flow.Publisher<T> items, ValueWriter<T> writer) {
    RequestId id = Objects.requireNonNull(request().id(), "a stream has an id");
    ItemsFrame frame = new ItemsFrame(id.text(), host.reports.node());
    ServerStream<T> stream = new ServerStream<>(id.text(), this, writer, frame, host.streams);
    if (!host.streams.add(stream)) {
      drop();
    } else if (answered.compareAndSet(false, true)) {
      stream.start(items);
      CallContext context = CallContext.current();
      if (context != null && context.isCancelled()) {
        host.streams.cancel(id.text()); // guard against race with a caller that cancelled before
      }
    } else {
      host.streams.remove(stream);
    }
  }

  @Override
  public <T> void stream(Stream<T> items, ValueWriter<T> writer) {
    CallContext context = CallContext.current();
    Executor puller = host.streams.puller();
    stream(
        new PulledItems<>(items, task -> puller.execute(() -> runWithin(context, task))), writer);
  }

  /**
   * A thread that pulls items runs in the context of the call, like the implementation, also for
   * interceptors.
   */
  private void runWithin(@Nullable CallContext context, Runnable task) {
    CallContext.Scope scope = context == null ? CallContext.Scope.NONE : context.attach();
    try {
      CallContext.Scope resumed = interception.resume();
      try {
        task.run();
      } finally {
        resumed.close();
      }
    } finally {
      scope.close();
    }
  }

  /** Sends a message of a stream. The first acknowledges the request. */
  void send(byte[] message, Runnable sent) {
    if (opened) {
      host.streams
          .sender()
          .sendMore(address(), message)
          .whenComplete((done, failure) -> sent.run());
    } else {
      opened = true;
      answerRequest(message, sent);
    }
  }

  /** Ends a stream with this number of items, at its end or with the failure of its producer. */
  void end(long items, @Nullable Throwable failure) {
    ResponseEncoder encoder = encoder().ofStream(items);
    ResponseEncoder.Response response =
        failure == null
            ? encoder.end()
            : encoder.failure(failure, () -> host.reports.of(method(), request(), failure));
    answer(response, failure);
  }

  /**
   * Ends a stream with this number of items, with an error of the library.
   *
   * @param tell whether the caller still waits
   */
  void end(long items, ErrorBody error, boolean tell) {
    ResponseEncoder.Response response = encoder().ofStream(items).error(error);
    answer(tell ? response : new ResponseEncoder.Response(null, error), null);
  }

  @Override
  public void fail(Throwable failure) {
    if (answered.compareAndSet(false, true)) {
      answer(
          encoder().failure(failure, () -> host.reports.of(method(), request(), failure)), failure);
    }
  }

  @Override
  public void refuse(RpcException refusal) {
    refuse(Failures.refused(refusal));
  }

  /** Refuses the call before it runs. */
  void refuse(ErrorBody error) {
    if (answered.compareAndSet(false, true)) {
      if (request().id() == null) {
        REFUSED.warn(error.message());
      }
      answer(encoder().error(error), null);
    }
  }

  /** Drops a request that was pushed twice. Its first copy is answered where it runs or ran. */
  void drop() {
    if (answered.compareAndSet(false, true)) {
      REPEATED.warn(method(), request().id());
      answer(new ResponseEncoder.Response(null, Failures.repeated(method())), null);
    }
  }

  /** Ends a call whose future is not complete, and whose caller waits no longer. */
  void expire() {
    if (answered.compareAndSet(false, true)) {
      OVERDUE.warn(method());
      answer(encoder().error(Failures.overdue(method())), null);
    }
  }

  /**
   * Returns the encoder for the current outcome. It includes times only if the request says when it
   * was sent.
   */
  private ResponseEncoder encoder() {
    long ranNanos = host.clock.nanoTime() - startNanos;
    CallTimes times =
        queuedMillis < 0 ? null : new CallTimes(1_000 * queuedMillis, ranNanos / 1_000);
    return new ResponseEncoder(
        request().id(), times, method(), host.reports.node(), host.maxMessageBytes);
  }

  private void answer(ResponseEncoder.Response response, @Nullable Throwable failure) {
    try {
      ErrorBody error = response.error();
      Outcome outcome = error == null ? Outcome.RESULT : outcome(error, failure);
      job.entry().stats().end(outcome, host.clock.nanoTime() - startNanos);
      if (error != null) {
        job.entry().stats().failedLast(error(error));
      }
      interception.end(outcome);
    } finally {
      deliver(response.bytes());
    }
  }

  private void deliver(byte @Nullable [] response) {
    if (!opened) {
      answerRequest(response, () -> {});
    } else if (response != null) {
      host.streams.sender().sendMore(address(), response);
    }
  }

  private void answerRequest(byte @Nullable [] response, Runnable sent) {
    host.running.end(cancellation);
    job.answers().answer(address(), response, sent);
  }

  private ResponseSink.Address address() {
    return new ResponseSink.Address(
        request().id(), request().replyTo(), request().from(), request().deadline());
  }

  private MethodStats.LastError error(ErrorBody error) {
    return new MethodStats.LastError(host.clock.millis(), error.details().code(), error.message());
  }

  /** Only a declared exception travels with its fields. */
  private static Outcome outcome(ErrorBody error, @Nullable Throwable failure) {
    Outcome.Kind kind = error.fields() == null ? Outcome.Kind.FAILED : Outcome.Kind.DECLARED;
    return new Outcome(kind, error.details().code(), failure);
  }
}
