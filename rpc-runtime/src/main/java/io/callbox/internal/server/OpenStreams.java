package io.callbox.internal.server;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.wire.CreditMessage;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.Request;
import io.callbox.rpc.CallIds;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The streams that a server gives now, by the ids of their calls, which hold a secret: whoever
 * knows one may say how many items are taken, and that none are. Looks after them each second while
 * there are any. Safe for use by many threads.
 */
final class OpenStreams {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long STEP_NANOS = Duration.ofMillis(20).toNanos();

  private final int most;
  private final BrokerClock clock;
  private final HearingTime hearing;
  private final ResponseSender sender;
  private final Executor puller;
  private final TaskScheduler scheduler;
  private final Map<String, ServerStream<?>> streams = new ConcurrentHashMap<>();
  private final AtomicBoolean watched = new AtomicBoolean();

  /** Callers that have been seen in the registry. Belongs to the heartbeat. */
  private final Set<String> seenCallers = new HashSet<>();

  private volatile boolean closing;

  /**
   * None yet.
   *
   * @param most how many there may be at a time
   * @param puller what pulls items of streams that wait for them
   */
  OpenStreams(String name, int most, BrokerClock clock, ResponseSender sender, Executor puller) {
    this.most = most;
    this.clock = clock;
    this.sender = sender;
    this.puller = puller;
    this.hearing = new HearingTime(clock);
    this.scheduler = new TaskScheduler(name + "-streams", clock);
  }

  ResponseSender sender() {
    return sender;
  }

  Executor puller() {
    return puller;
  }

  long nanoTime() {
    return clock.nanoTime();
  }

  /** How many there are. */
  int size() {
    return streams.size();
  }

  /** Why a request for a stream must not run, if it must not. Many at once may begin some more. */
  @Nullable ErrorBody refusal(CallRunner.Job job) {
    MethodDescriptor<?> method = job.entry().method();
    Request head = job.head();
    if (head.credit() == 0) {
      String how = ": a stream is asked for with \"credit\", how many items are taken at first";
      return Failures.refusal(StatusCode.INVALID_REQUEST, method + how);
    } else if (head.id() == null || !CallIds.hasSecret(head.id().text())) {
      String form = ": a stream needs an id that nobody can guess, <node>-<22 of Base64>-<number>";
      return Failures.refusal(StatusCode.INVALID_REQUEST, method + form);
    } else if (!job.answers().takesMore()) {
      String problem = method + ": a batch is answered once, and cannot hold a stream";
      return Failures.refusal(StatusCode.INVALID_REQUEST, problem);
    } else if (closing) {
      return Failures.refusal(StatusCode.UNAVAILABLE, method + ": the node closes");
    }
    return streams.size() < most
        ? null
        : Failures.refusal(
            StatusCode.RESOURCE_EXHAUSTED, method + ": " + most + " streams are open here");
  }

  /** Adds a stream. Returns false if there is one of its call. */
  boolean add(ServerStream<?> stream) {
    boolean added = streams.putIfAbsent(stream.id(), stream) == null;
    if (added) {
      watch();
    }
    return added;
  }

  void remove(ServerStream<?> stream) {
    streams.remove(stream.id(), stream);
  }

  /** A caller says how many items it takes. */
  void credit(CreditMessage credit) {
    ServerStream<?> stream = streams.get(credit.call());
    if (stream != null) {
      stream.credit(credit.upTo());
    }
  }

  /** For how long the server has taken what callers say. */
  HearingTime hearing() {
    return hearing;
  }

  /** The caller of a call no longer wants its items. */
  void cancel(String id) {
    ServerStream<?> stream = streams.get(id);
    if (stream != null) {
      stream.abandon(Failures.broken(StatusCode.CANCELLED, "cancelled by its caller"));
    }
  }

  /** The nodes that call, as they say. */
  Set<String> callers() {
    Set<String> callers = new HashSet<>();
    for (ServerStream<?> stream : streams.values()) {
      String caller = stream.caller();
      if (caller != null && Namespace.isName(caller)) {
        callers.add(caller);
      }
    }
    return callers;
  }

  /** Ends the streams of callers that were there and are there no more. */
  void callersAre(Set<String> nodes) {
    Set<String> callers = new HashSet<>();
    for (ServerStream<?> stream : streams.values()) {
      String caller = stream.caller();
      if (caller != null && nodes.contains(caller)) {
        callers.add(caller);
      } else if (caller != null && seenCallers.contains(caller)) {
        stream.abandon(Failures.broken(StatusCode.CANCELLED, caller + ", which called, is gone"));
      }
    }
    seenCallers.clear();
    seenCallers.addAll(callers);
  }

  private void watch() {
    if (watched.compareAndSet(false, true)) {
      scheduler.run(LOOK, this::look);
    }
  }

  /** Guard against race with a stream that is added: whoever looks last sees the other's write. */
  private void look() {
    long nanos = clock.nanoTime();
    long millis = clock.millis();
    streams.values().forEach(stream -> stream.look(nanos, millis));
    watched.set(false);
    if (!streams.isEmpty() && !closing) {
      watch();
    }
  }

  /**
   * Lets streams end by themselves, for so long; then ends them, after what their producers have
   * given.
   */
  void close(Duration bound) {
    await(bound);
    closing = true;
    ErrorBody closed =
        Failures.broken(StatusCode.UNAVAILABLE, "the node closes, and its streams end");
    streams.values().forEach(stream -> stream.breakOff(closed));
    await(Duration.ofSeconds(1));
    streams.values().forEach(stream -> stream.abandon(closed));
    scheduler.close();
  }

  private void await(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    Thread closer = Thread.currentThread();
    while (!streams.isEmpty() && end - System.nanoTime() > 0 && !closer.isInterrupted()) {
      LockSupport.parkNanos(this, STEP_NANOS);
    }
  }
}
