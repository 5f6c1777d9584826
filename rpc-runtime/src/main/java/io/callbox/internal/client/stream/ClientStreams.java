package io.callbox.internal.client.stream;

import io.callbox.internal.client.call.CallCanceller;
import io.callbox.internal.client.call.CallSender;
import io.callbox.internal.client.call.PendingCall;
import io.callbox.internal.client.call.PendingCalls;
import io.callbox.internal.client.push.RequestPushes;
import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.CallerIdentity;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.client.request.RequestFactory;
import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.concurrent.RepeatedLook;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.wire.CreditMessage;
import io.callbox.internal.wire.ItemsMessage;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shared parts of the streams that a client reads: the threads for subscribers, the messages to
 * servers, and the signs of life, which are checked each second while there are streams. Safe for
 * use by many threads. Its client closes it.
 */
public final class ClientStreams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClientStreams.class);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofMillis(200);

  /** Signals starve if all threads have been with subscribers for this time. */
  private static final Duration STARVING = Duration.ofSeconds(1);

  /** The maximum number of subscribers that receive signals at the same time. */
  private static final int MOST_THREADS = 256;

  private final Namespace namespace;
  private final BrokerClock clock;
  private final PendingCalls pending;
  private final CallCanceller canceller;
  private final CallerIdentity identity;
  private final CallSender calls;
  private final RequestPushes pushes;
  private final TaskScheduler later;
  private final AdaptiveExecutor threads;
  private final AdaptiveExecutor wakers;
  private final Set<StreamCall<?>> open = ConcurrentHashMap.newKeySet();
  private final RepeatedLook looks;

  public ClientStreams(
      ClientSettings settings,
      BrokerClock clock,
      PendingCalls pending,
      CallCanceller canceller,
      CallerIdentity identity,
      CallSender calls,
      RequestPushes pushes,
      TaskScheduler later) {
    this.namespace = settings.namespace();
    this.clock = clock;
    this.pending = pending;
    this.canceller = canceller;
    this.identity = identity;
    this.calls = calls;
    this.pushes = pushes;
    this.later = later;
    this.looks = new RepeatedLook(later, LOOK, () -> !open.isEmpty(), this::look);
    String name = "callbox-" + settings.node();
    this.threads = new AdaptiveExecutor(name + "-items", MOST_THREADS);
    this.wakers = new AdaptiveExecutor(name + "-read-items", MOST_THREADS);
  }

  PendingCall.Sender sender() {
    return calls;
  }

  long nanoTime() {
    return clock.nanoTime();
  }

  /**
   * Runs a delivery. Deliveries to threads that wait have separate threads, because the subscribers
   * on all other threads may wait for such a delivery.
   */
  void execute(Runnable delivery, boolean toWaiting) {
    (toWaiting ? wakers : threads).execute(delivery);
  }

  QueueName inbox(String node) {
    return namespace.inbox(node);
  }

  /** Makes a call for a stream. If the call is refused, the subscriber receives the reason. */
  public <T> void open(
      StreamRequest<T> request, RequestFactory requests, Flow.Subscriber<? super T> subscriber) {
    Objects.requireNonNull(subscriber, "a subscriber");
    StreamCall<T> call;
    try {
      call = request.call(requests, subscriber, this);
    } catch (RpcException refused) {
      StreamRequest.refuse(subscriber, refused);
      return;
    }
    if (call.begin()) {
      begin(call);
    }
  }

  /**
   * Begins a call. Guard against race with a subscriber that cancels while its call is being
   * registered.
   */
  private void begin(StreamCall<?> call) {
    add(call);
    try {
      calls.start(call);
    } catch (RpcException closed) {
      call.failed(closed);
    }
    AdaptiveExecutor.release(); // its caller may be about to wait for the first item
    if (call.isCancelled()) {
      abandon(call);
    }
  }

  /** Adds a call that is about to be sent. */
  private void add(StreamCall<?> call) {
    open.add(call);
    looks.keepLooking();
  }

  /** Returns whether a node with this name may have taken a call from its queue. */
  boolean mayServe(String node, Route route) {
    return Namespace.isName(node) && (!route.toNode() || route.queue().equals(inbox(node)));
  }

  /**
   * Handles items of a stream.
   *
   * @return whether a stream waits for them
   */
  public boolean received(ItemsMessage message) {
    PendingCall call = pending.get(identity.number(message.call()));
    return call instanceof StreamCall<?> stream && stream.items(message);
  }

  /** Ends a call whose subscriber wants no more items, and tells its server. */
  void abandon(StreamCall<?> call) {
    pending.remove(call, call.isOpen() ? canceller::signal : canceller::cancelled);
    open.remove(call);
  }

  /**
   * Tells a server how many items the caller accepts in all; repeats this soon if the message gets
   * lost.
   */
  void grant(StreamCall<?> call, String server, long upTo) {
    CreditMessage credit = new CreditMessage(identity.id(call.number()), upTo);
    pushes
        .pushOneWay(new Route(inbox(server), true, false), credit.write())
        .whenComplete(
            (sent, failure) -> {
              if (failure != null && pending.contains(call)) {
                later.run(AGAIN, call::grant);
              }
            });
  }

  void subscriberFailed(MethodDescriptor<?> method, Throwable broken) {
    LOG.error("{}: a subscriber threw, and its stream is cancelled", method, broken);
  }

  /** Returns the reason why items wait for their subscribers at present; null if they do not. */
  public @Nullable String trouble() {
    if (threads.isStuckFor(STARVING)) {
      return MOST_THREADS + " subscribers of streams block, and others wait for their items";
    }
    return wakers.isStuckFor(STARVING)
        ? MOST_THREADS + " readers of streams block, and others wait for their items"
        : null;
  }

  private void look() {
    long now = clock.nanoTime();
    open.removeIf(call -> !pending.contains(call));
    for (StreamCall<?> call : open) {
      if (call.isSignDue(now)) {
        call.grant();
      }
    }
  }

  /** Tells the servers of all streams to end them. */
  public void signalAll() {
    open.stream().filter(pending::contains).filter(StreamCall::isOpen).forEach(canceller::signal);
  }

  @Override
  public void close() {
    threads.shutdown();
    wakers.shutdown();
  }
}
