package io.callbox.internal.server.dispatch;

import io.callbox.internal.registry.PausedServices;
import io.callbox.internal.server.reply.FailureReports;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.internal.server.stats.ServerStats;
import io.callbox.internal.server.stream.OpenStreams;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a request that has been read, on the calling thread: counts it, lets interceptors begin,
 * refuses it if it is too late, and otherwise runs it. Throws nothing. Safe for use by many
 * threads.
 */
public final class CallRunner {

  private final String node;
  private final Namespace namespace;
  private final @Nullable Interceptor interceptor;
  private final ServerStats stats;
  private final BrokerClock clock;
  private final RunningCalls running;
  private final RequestDeduplicator deduplicator;
  private final CallResponse.Host host;
  private final OpenStreams streams;

  /** The services of which no request begins now, unless it was taken before. */
  private volatile Set<String> paused = Set.of();

  public CallRunner(
      ServerSettings settings,
      ServerStats stats,
      Transport transport,
      RunningCalls running,
      OpenStreams streams) {
    this.stats = stats;
    this.running = running;
    this.node = settings.worker().node();
    this.namespace = settings.namespace();
    this.interceptor = settings.interceptor();
    this.clock = transport.clock();
    this.deduplicator = new RequestDeduplicator(settings.worker(), transport);
    this.host =
        new CallResponse.Host(
            node,
            clock,
            running,
            settings.maxMessageBytes(),
            new FailureReports(node, settings.failures(), clock::nanoTime),
            streams);
    this.streams = streams;
  }

  /** The run of a durable call, which a call performs. */
  public interface Run extends CallContext.ProgressListener {

    /** Receives the call, which is about to run on the calling thread. */
    void runs(RunningCall call);
  }

  /**
   * A request whose method is known.
   *
   * @param message the whole message
   * @param head all members except its parameters
   * @param entry its method
   * @param queue the queue from which it was taken
   * @param answers receives its response
   * @param run its run, if it is a durable call; otherwise null
   * @param sentTo the queue to which it was sent; another queue if it was handed over. Its claim is
   *     made under this queue
   */
  public record Job(
      Slice message,
      Request head,
      ServiceTable.Entry entry,
      QueueName queue,
      ResponseSink answers,
      @Nullable Run run,
      QueueName sentTo) {

    /** Creates a request that is not a durable call. */
    public Job(
        Slice message,
        Request head,
        ServiceTable.Entry entry,
        QueueName queue,
        ResponseSink answers) {
      this(message, head, entry, queue, answers, null, queue);
    }

    /** Returns whether it may come twice: Callbox clients, which say who they are, push once. */
    boolean mayComeTwice() {
      return head.from() == null
          && head.id() != null
          && head.deadline() != 0
          && !entry.method().idempotent();
    }

    /** Returns this request as the run of a durable call. */
    public Job asRunOf(Run durable) {
      return new Job(message, head, entry, queue, answers, durable, sentTo);
    }

    /** Returns the same request, which was sent to this queue. */
    Job asSentTo(QueueName first) {
      return new Job(message, head, entry, queue, answers, run, first);
    }
  }

  /** Begins no requests of these services from now on, except those that were taken before. */
  public void pause(Set<String> services) {
    paused = services;
  }

  /** Runs a call. */
  public void run(Job job, Invocation invocation) {
    begin(job, invocation, null);
  }

  /** Refuses a call whose arguments do not fit, after all checks that any call passes. */
  public void refuse(Job job, ErrorBody misfit) {
    begin(job, null, misfit);
  }

  private void begin(Job job, @Nullable Invocation invocation, @Nullable ErrorBody misfit) {
    ServerCall call = new ServerCall(job, host);
    job.entry.stats().begin(call.response().queuedMillis());
    running.begin(call);
    if (job.run != null) {
      job.run.runs(call);
    }
    CallContext.Scope scope = CallContext.attach(call);
    try {
      if (interceptor == null) {
        perform(job, call, invocation, misfit);
      } else {
        intercepted(
            interceptor.begin(incoming(job, call)),
            call.response(),
            () -> perform(job, call, invocation, misfit));
      }
    } catch (RpcException refusal) {
      call.refuse(Failures.refused(refusal));
    } finally {
      scope.close();
      call.leave();
    }
  }

  private IncomingCall incoming(Job job, ServerCall call) {
    return new IncomingCall(
        node, call.get(), job.head.replyTo(), call.response().queuedMillis(), job.message, clock);
  }

  private static void intercepted(CallObserver begun, CallResponse response, Runnable rest) {
    response.intercepted(begun);
    try {
      rest.run();
    } finally {
      begun.leave();
    }
  }

  private void perform(
      Job job, ServerCall call, @Nullable Invocation invocation, @Nullable ErrorBody misfit) {
    ErrorBody refusal = refusal(job, call);
    if (refusal == null && job.entry.method().streams()) {
      refusal = streams.refusal(job.entry.method(), job.head, job.answers);
    }
    if (refusal != null) {
      call.refuse(refusal);
    } else if (job.mayComeTwice() && !deduplicator.mayRun(job)) {
      call.drop();
    } else if (invocation != null) {
      call.run(invocation);
    } else {
      call.refuse(Objects.requireNonNull(misfit));
    }
  }

  /** Returns the reason why a request must not run; null if it may. */
  private @Nullable ErrorBody refusal(Job job, RunningCall call) {
    Request request = job.head;
    MethodDescriptor<?> method = job.entry.method();
    if (isPaused(job)) {
      return Failures.refusal(StatusCode.UNAVAILABLE, PausedServices.refusal(method.service()));
    }
    if (call.isCancelled()) {
      return Failures.refusal(StatusCode.CANCELLED, method + ": cancelled before it ran");
    }
    String replyTo = request.replyTo();
    if (replyTo != null && !namespace.mayAnswerOn(replyTo, request.from())) {
      return Failures.refusal(
          StatusCode.INVALID_REQUEST, "replyTo must be replies:<from>:<name> or nodes:<node>:<id>");
    }
    long late = request.deadline() == 0 ? 0 : clock.millis() - request.deadline();
    if (late > 0) {
      stats.expired();
      return Failures.refusal(
          StatusCode.DEADLINE_EXCEEDED,
          method + ": waited in " + node + "'s queue until " + late + " ms too late");
    }
    return null;
  }

  /**
   * Returns whether the pause of its service applies to a request. It does not apply to requests
   * from the service's own queue, which were taken before the pause, and to durable calls, which
   * have begun before it.
   */
  private boolean isPaused(Job job) {
    String service = job.entry.method().service();
    return job.run == null && paused.contains(service) && !namespace.isOf(service, job.queue);
  }

  /** Returns a call's context for the implementation. */
  static CallContext context(Job job, RunningCall call) {
    Request request = job.head;
    return new CallContext(
        request.id() == null ? null : request.id().text(),
        job.entry.method(),
        request.from(),
        request.headers(),
        request.deadline() == 0 ? null : Instant.ofEpochMilli(request.deadline()),
        call::isCancelled,
        job.run == null ? progress -> {} : job.run);
  }
}
