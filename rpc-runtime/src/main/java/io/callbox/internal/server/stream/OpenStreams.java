package io.callbox.internal.server.stream;

import io.callbox.internal.concurrent.RepeatedLook;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.server.reply.ResponseSink;
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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The streams that a server produces now, by the ids of their calls. An id contains a secret: a
 * program that knows it may grant items and end the stream. It checks the streams each second while
 * there are any. Safe for use by many threads.
 */
public final class OpenStreams {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long STEP_NANOS = Duration.ofMillis(20).toNanos();

  private final int most;
  private final BrokerClock clock;
  private final HearingTime hearing;
  private final ResponseSender sender;
  private final Executor puller;
  private final Map<String, ServerStream<?>> streams = new ConcurrentHashMap<>();
  private final RepeatedLook looks;

  /** Callers that were seen in the registry. Belongs to the heartbeat. */
  private final Set<String> seenCallers = new HashSet<>();

  private volatile boolean closing;

  /**
   * Creates it without streams.
   *
   * @param most the maximum number of streams
   * @param later runs the looks at streams; its owner closes it
   * @param puller runs the pulling of items that may wait
   */
  public OpenStreams(
      int most, BrokerClock clock, TaskScheduler later, ResponseSender sender, Executor puller) {
    this.most = most;
    this.clock = clock;
    this.sender = sender;
    this.puller = puller;
    this.hearing = new HearingTime(clock);
    this.looks = new RepeatedLook(later, LOOK, () -> !closing && !streams.isEmpty(), this::look);
  }

  public ResponseSender sender() {
    return sender;
  }

  public Executor puller() {
    return puller;
  }

  long nanoTime() {
    return clock.nanoTime();
  }

  /** Returns the number of streams. */
  public int size() {
    return streams.size();
  }

  /**
   * Returns the reason why a request for a stream must not run; null if it may. Many concurrent
   * requests may exceed the limit a little.
   */
  public @Nullable ErrorBody refusal(
      MethodDescriptor<?> method, Request head, ResponseSink answers) {
    if (head.credit() == 0) {
      String how = ": a stream is asked for with \"credit\", how many items are taken at first";
      return Failures.refusal(StatusCode.INVALID_REQUEST, method + how);
    } else if (head.id() == null || !CallIds.hasSecret(head.id().text())) {
      String form = ": a stream needs an id that nobody can guess, <node>-<22 of Base64>-<number>";
      return Failures.refusal(StatusCode.INVALID_REQUEST, method + form);
    } else if (!answers.takesMore()) {
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

  /** Adds a stream. Returns false if its call has one already. */
  public boolean add(ServerStream<?> stream) {
    boolean added = streams.putIfAbsent(stream.id(), stream) == null;
    if (added) {
      looks.keepLooking();
    }
    return added;
  }

  public void remove(ServerStream<?> stream) {
    streams.remove(stream.id(), stream);
  }

  /** Handles a grant. */
  public void credit(CreditMessage credit) {
    ServerStream<?> stream = streams.get(credit.call());
    if (stream != null) {
      stream.credit(credit.upTo());
    }
  }

  /** Returns the time during which the server has received messages of callers. */
  public HearingTime hearing() {
    return hearing;
  }

  /** Cancels the stream of a call. */
  public void cancel(String id) {
    ServerStream<?> stream = streams.get(id);
    if (stream != null) {
      stream.abandon(Failures.broken(StatusCode.CANCELLED, "cancelled by its caller"), false);
    }
  }

  /** Returns the calling nodes, as their requests say. */
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

  /**
   * Ends the streams of callers that were in the registry and are no longer there.
   *
   * <p>Guard against race with a stream that is added: nothing is known of a caller whose stream
   * was not open when the registry was asked.
   *
   * @param asked the callers that the registry was asked for
   * @param nodes those of them that are there
   */
  void callersAre(Set<String> asked, Set<String> nodes) {
    Set<String> callers = new HashSet<>();
    for (ServerStream<?> stream : streams.values()) {
      String caller = stream.caller();
      if (caller != null && nodes.contains(caller)) {
        callers.add(caller);
      } else if (caller != null && asked.contains(caller) && seenCallers.contains(caller)) {
        stream.abandon(
            Failures.broken(StatusCode.CANCELLED, caller + ", which called, is gone"), true);
      }
    }
    seenCallers.clear();
    seenCallers.addAll(callers);
  }

  private void look() {
    long nanos = clock.nanoTime();
    long millis = clock.millis();
    streams.values().forEach(stream -> stream.look(nanos, millis));
  }

  /**
   * Lets streams end by themselves for this time; then ends them, after the items that their
   * producers have produced.
   */
  public void close(Duration bound) {
    await(bound);
    closing = true;
    ErrorBody closed =
        Failures.broken(StatusCode.UNAVAILABLE, "the node closes, and its streams end");
    streams.values().forEach(stream -> stream.breakOff(closed));
    await(Duration.ofSeconds(1));
    streams.values().forEach(stream -> stream.abandon(closed, false));
  }

  private void await(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    Thread closer = Thread.currentThread();
    while (!streams.isEmpty() && end - System.nanoTime() > 0 && !closer.isInterrupted()) {
      LockSupport.parkNanos(this, STEP_NANOS);
    }
  }
}
