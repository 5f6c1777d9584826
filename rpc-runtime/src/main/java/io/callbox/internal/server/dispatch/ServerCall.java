package io.callbox.internal.server.dispatch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.stream.OpenStreams;
import io.callbox.internal.server.stream.PulledItems;
import io.callbox.internal.server.stream.ServerStream;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.RequestId;
import io.callbox.json.ValueWriter;
import io.callbox.log.MessageLog;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.Responder;
import io.callbox.rpc.RpcException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way through the server. It answers exactly once: the first outcome counts,
 * from the thread that runs the call or from the thread that completes its future. {@link
 * CallResponse} sends the outcome.
 */
final class ServerCall extends RunningCall implements Responder, Supplier<CallContext> {

  private static final Logger LOG = LoggerFactory.getLogger(ServerCall.class);
  private static final MessageLog REFUSED = MessageLog.of(LOG, "a notification was refused: {}");
  private static final MessageLog REPEATED =
      MessageLog.of(LOG, "{}: a second request of id {} is dropped");
  private static final MessageLog OVERDUE = MessageLog.of(LOG, "{} has not ended in time");

  private final CallResponse response;

  /** Guard against race between two outcomes: the first counts. */
  @GuardedBy("this")
  private boolean answered;

  /** Used only by the thread that runs the call; null before somebody asks. */
  private @Nullable CallContext context;

  /** Creates a call that is about to run on this thread. */
  ServerCall(CallRunner.Job job, CallResponse.Host host) {
    this.response = new CallResponse(job, this, host);
  }

  /** Returns the part that sends its outcome. */
  CallResponse response() {
    return response;
  }

  /** Returns the id by which it can be cancelled. A durable call is cancelled by its record. */
  @Override
  @Nullable RequestId cancelledBy() {
    return response.isOfRun() ? null : response.request().id();
  }

  @Override
  long deadline() {
    return response.request().deadline();
  }

  /** Describes the call to its implementation. */
  @Override
  public CallContext get() {
    CallContext known = context;
    if (known == null) {
      known = response.context();
      context = known;
    }
    return known;
  }

  /** Returns whether this is the first outcome. */
  private synchronized boolean answers() {
    boolean first = !answered;
    answered = true;
    return first;
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
    if (answers()) {
      response.succeed(result, writer);
    }
  }

  @Override
  public void succeed() {
    succeed("", (out, nothing) -> out.writeNull());
  }

  @Override
  public <T> void stream(Flow.Publisher<T> items, ValueWriter<T> writer) {
    RequestId id = Objects.requireNonNull(response.request().id(), "a stream has an id");
    OpenStreams streams = response.streams();
    ServerStream<T> stream = new ServerStream<>(id.text(), response, streams, writer);
    if (!streams.add(stream)) {
      drop();
    } else if (answers()) {
      stream.start(items);
      CallContext context = CallContext.current();
      if (context != null && context.isCancelled()) {
        streams.cancel(id.text()); // guard against race with a caller that cancelled before
      }
    } else {
      streams.remove(stream);
    }
  }

  @Override
  public <T> void stream(Stream<T> items, ValueWriter<T> writer) {
    CallContext context = CallContext.current();
    Executor puller = response.streams().puller();
    stream(
        new PulledItems<>(items, task -> puller.execute(() -> runWithin(context, task))), writer);
  }

  /**
   * Runs a task in the context of the call. A thread that pulls items needs it like the
   * implementation, also for interceptors.
   */
  private void runWithin(@Nullable CallContext context, Runnable task) {
    CallContext.Scope scope = context == null ? CallContext.Scope.NONE : context.attach();
    try {
      CallContext.Scope resumed = response.resume();
      try {
        task.run();
      } finally {
        resumed.close();
      }
    } finally {
      scope.close();
    }
  }

  @Override
  public void fail(Throwable failure) {
    if (answers()) {
      response.fail(failure);
    }
  }

  @Override
  public void refuse(RpcException refusal) {
    refuse(Failures.refused(refusal));
  }

  /** Refuses the call before it runs. */
  void refuse(ErrorBody error) {
    if (answers()) {
      if (response.request().id() == null) {
        REFUSED.warn(error.message());
      }
      response.end(response.encoder().error(error));
    }
  }

  /** Drops a request that was pushed twice. Its first copy is answered where it runs or ran. */
  void drop() {
    if (answers()) {
      REPEATED.warn(response.method(), response.request().id());
      response.endSilently(Failures.repeated(response.method()));
    }
  }

  /** Ends a call whose future is not complete, and whose caller waits no longer. */
  @Override
  void expire() {
    if (answers()) {
      OVERDUE.warn(response.method());
      response.end(response.encoder().error(Failures.overdue(response.method())));
    }
  }
}
