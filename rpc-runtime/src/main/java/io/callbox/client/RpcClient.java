package io.callbox.client;

import io.callbox.registry.Heartbeat;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Executed;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Answer;
import io.callbox.transport.Delivery;
import io.callbox.transport.ElasticThreads;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushBatcher;
import io.callbox.transport.QueueName;
import io.callbox.transport.TakeLoop;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calling side of a node.
 *
 * <p><b>A call's way.</b> The caller's thread registers the call in {@link PendingCalls}, writes
 * its envelope and hands it to the batcher; if nothing is under way to that queue, the push starts
 * on the caller's thread. One loop takes the replies of all calls from one reply queue, many at a
 * time, and gives each to the call with its id.
 *
 * <p><b>Completion.</b> Five parties race for a call: its reply, its timeout, the failure of its
 * push, the death of the node it waits for, and the end of the client. Whoever removes it from
 * {@link PendingCalls} completes it, and only they.
 *
 * <p><b>What is not promised.</b> A call that timed out may still run. Asynchronous calls that one
 * thread starts one after the other may run in any order.
 *
 * <p>Safe for use by many threads.
 */
public final class RpcClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RpcClient.class);

  /** How many callbacks may block before they hold up others. */
  private static final int CALLBACK_THREADS = 64;

  /** Bounds {@link #close} when Redis is out of reach. */
  private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);

  private final ClientSettings settings;
  private final Transport transport;
  private final QueueName replies;
  private final RequestFactory requests;
  private final Retries retries;
  private final PendingCalls pending = new PendingCalls();
  private final PushBatcher<Route, byte[]> batcher;
  private final GivingUp givingUp;
  private final LostCalls lostCalls;
  private final TakeLoop replyLoop;
  private final ReplySink replySink;
  private final Deadlines deadlines;
  private final ElasticThreads callbacks;

  /** A client that is not started yet. */
  public RpcClient(ClientSettings settings, Transport transport) {
    String name = "callbox-" + settings.node();
    this.settings = settings;
    this.transport = transport;
    CallerIdentity identity = CallerIdentity.ofNew(settings.node(), settings.namespace());
    this.replies = identity.replies();
    this.requests = new RequestFactory(settings, transport.clock(), identity);
    this.retries = new Retries(settings.retries());
    this.batcher = new PushBatcher<>(new RequestTarget(transport, settings));
    this.givingUp = new GivingUp(transport, settings.namespace().cancellations());
    this.lostCalls = new LostCalls(pending, transport.leases(), givingUp);
    this.replySink = new ReplySink(pending);
    this.replyLoop =
        new TakeLoop(name + "-replies", transport.consume(List.of(replies)), replySink);
    this.deadlines = new Deadlines(name + "-deadlines", pending, transport.clock(), givingUp);
    this.callbacks = new ElasticThreads(name + "-callback", CALLBACK_THREADS);
  }

  /** Starts taking replies. */
  public void start() {
    replyLoop.start();
    deadlines.start();
  }

  /** A way to the inbox of one node. */
  public RpcChannel channelTo(String node) {
    QueueName inbox = settings.namespace().inbox(Namespace.checked("a node id", node));
    Route route = new Route(inbox, true, false);
    return intercepted(new QueueChannel(this, method -> route, null), node);
  }

  /** A way to whoever provides the service that a method is of. */
  public RpcChannel channelToAny() {
    Namespace namespace = settings.namespace();
    return intercepted(
        new QueueChannel(
            this, method -> new Route(namespace.service(method.service()), false, false), null),
        null);
  }

  private RpcChannel intercepted(QueueChannel channel, @Nullable String peer) {
    Interceptor interceptor = settings.interceptor();
    return interceptor == null
        ? channel
        : new InterceptedChannel(
            channel,
            interceptor,
            (method, options) ->
                new OutgoingCall.Origin(
                    settings.node(), peer, transport.clock(), requests.deadline(method, options)));
  }

  /** Ends calls that wait for nodes which are not there any more. */
  public Heartbeat.Observer lostCalls() {
    return lostCalls;
  }

  /** How many replies came late, twice or unreadable. */
  public long unclaimedReplies() {
    return replySink.unclaimed();
  }

  /** How many calls wait for their outcome. */
  public int waitingCalls() {
    return pending.size();
  }

  /** Why the client gets no replies at present; null if it does. */
  public @Nullable String trouble() {
    return replyLoop.trouble();
  }

  RequestFactory requests() {
    return requests;
  }

  <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, Route route, PendingCall.Sent sent) throws Throwable {
    BlockingCall<T> call = new BlockingCall<>(method, route, sent);
    start(call);
    return call.await(pending, givingUp);
  }

  <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, Route route, PendingCall.Sent sent) {
    AsyncCall<T> call = new AsyncCall<>(method, route, sent, callbacks);
    CompletableFuture<T> future = call.future();
    future.whenComplete((result, failure) -> pending.remove(call, givingUp::cancelled));
    start(call);
    return future;
  }

  CompletableFuture<@Nullable Void> sendOneWay(
      MethodDescriptor<?> method, Route route, ParamsWriter params, CallOptions options) {
    try {
      pending.requireOpen(method);
      return batcher.push(route, requests.notification(method, params, options));
    } catch (RpcException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** Registers first: the reply may come before the push is known to have succeeded. */
  private void start(PendingCall call) {
    pending.register(call);
    deadlines.watch();
    retries.called();
    push(call);
  }

  private void push(PendingCall call) {
    call.attempts = call.attempts + 1;
    batcher
        .push(call.route, call.request)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                call.pushed = true;
              } else {
                notPushed(call, unsent(call, failure));
              }
            });
  }

  private void notPushed(PendingCall call, RpcException failure) {
    call.refusal = failure;
    if (pending.contains(call) && retries.mayRetry(call, failure)) {
      retries.later(
          call,
          failure,
          () -> {
            if (pending.contains(call)) {
              push(call);
            }
          });
    } else {
      pending.fail(call, failure);
    }
  }

  private static RpcException unsent(PendingCall call, Throwable failure) {
    if (failure instanceof RpcException refused) {
      RpcException.Details details =
          new RpcException.Details(
              refused.code(), refused.executed(), refused.retryable(), null, refused.retryAfter());
      return new RpcException(details, call.method + ": " + refused.getMessage(), refused);
    }
    return new RpcException(
        StatusCode.UNAVAILABLE,
        Executed.UNKNOWN,
        call.method + ": the request could not be sent: " + failure,
        failure);
  }

  /**
   * Fails what is pending with {@code CANCELLED} and stops taking replies, within a few seconds at
   * most.
   */
  @Override
  public void close() {
    pending.close(
        call ->
            new RpcException(
                StatusCode.CANCELLED, Executed.UNKNOWN, call.method + ": the node was closed"));
    replyLoop.stop();
    Delivery wakeUp = new Delivery(replies, new byte[0], null);
    transport.reply(replies, List.of(new Answer(new byte[0], wakeUp)), TakeLoop.WAIT);
    if (!replyLoop.awaitEnd(CLOSE_BOUND)) {
      LOG.warn("{} still waits for its broker; its thread ends by itself", replies);
    }
    deadlines.stop();
    callbacks.shutdown();
  }
}
