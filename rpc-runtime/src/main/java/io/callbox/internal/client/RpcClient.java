package io.callbox.internal.client;

import io.callbox.internal.client.call.CallCanceller;
import io.callbox.internal.client.call.CallSender;
import io.callbox.internal.client.call.OneWayCalls;
import io.callbox.internal.client.call.PendingCalls;
import io.callbox.internal.client.call.ResultExplainer;
import io.callbox.internal.client.call.Retries;
import io.callbox.internal.client.call.TimeoutMonitor;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.channel.ClientChannels;
import io.callbox.internal.client.channel.ClientParts;
import io.callbox.internal.client.durable.DurableClient;
import io.callbox.internal.client.push.OpenWaits;
import io.callbox.internal.client.push.RequestPushes;
import io.callbox.internal.client.request.CallerIdentity;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.client.request.RequestFactory;
import io.callbox.internal.client.stream.ClientStreams;
import io.callbox.internal.concurrent.PollLoop;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.lease.LostCallMonitor;
import io.callbox.internal.lease.Probe;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calling side of a node.
 *
 * <p><b>The path of a call.</b> The caller's thread registers the call in {@link PendingCalls},
 * writes its envelope and hands it to the batcher. If no push to that queue is under way, the push
 * starts on the caller's thread. One loop takes the replies of all calls from one reply list, many
 * at a time, and gives each reply to the call with its id.
 *
 * <p><b>Completion.</b> Five events race to end a call: its reply, its timeout, the failure of its
 * push, the death of the node it waits for, and the end of the client. Only the thread that removes
 * the call from {@link PendingCalls} completes it.
 *
 * <p><b>What is not promised.</b> A call that timed out may still run. Asynchronous calls that one
 * thread starts one after the other may run in any order.
 *
 * <p>Safe for use by many threads.
 */
public final class RpcClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RpcClient.class);

  /** Bounds {@link #close} when Redis is out of reach. */
  private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);

  /** The id of no call, to check the right to cancel. */
  private static final byte[] NO_CALL = {};

  private final ClientSettings settings;
  private final Transport transport;
  private final QueueName replies;
  private final RequestFactory requests;
  private final PendingCalls pending = new PendingCalls();
  private final OpenWaits waits = new OpenWaits();
  private final RequestPushes pushes;
  private final CallSender calls;
  private final ClientChannels channels;
  private final DurableClient durable;
  private final LostCallMonitor lostCalls;
  private final ClientStreams streams;
  private final PollLoop replyLoop;
  private final ReplyReceiver replyReceiver;
  private final TimeoutMonitor timeouts;
  private final TaskScheduler later;
  private final CallbackExecutor callbacks;

  /** Creates a client that is not started yet. */
  public RpcClient(ClientSettings settings, Transport transport) {
    String name = "callbox-" + settings.node();
    this.settings = settings;
    this.transport = transport;
    CallerIdentity identity = CallerIdentity.ofNew(settings.node(), settings.namespace());
    this.replies = identity.replies();
    this.requests = new RequestFactory(settings, transport.clock(), identity);
    this.later = new TaskScheduler(name + "-later", transport.clock());
    this.callbacks = new CallbackExecutor(name + "-callback", later);
    this.pushes =
        new RequestPushes(
            transport, settings.node(), settings.incarnation(), settings.maxQueueLength(), later);
    this.durable =
        new DurableClient(
            settings, requests, identity.results(), callbacks, transport, later, waits);
    CallCanceller canceller =
        new CallCanceller(transport, settings.namespace().cancellations(), identity, later);
    this.timeouts = new TimeoutMonitor(name + "-deadlines", pending, transport.clock(), canceller);
    this.calls =
        new CallSender(
            pending,
            new Retries(settings, requests::calls, later),
            pushes,
            canceller,
            callbacks,
            transport.clock());
    this.lostCalls = new LostCallMonitor(() -> pending.watched(canceller), transport.leases());
    this.streams =
        new ClientStreams(
            settings, transport.clock(), pending, canceller, identity, calls, pushes, later);
    OneWayCalls oneWay = new OneWayCalls(pending, requests, pushes, callbacks, waits);
    this.channels =
        new ClientChannels(
            new ClientParts(requests, calls, oneWay, streams, durable, callbacks),
            settings,
            replies,
            transport.clock());
    this.replyReceiver = new ReplyReceiver(pending, identity, callbacks, streams);
    this.replyLoop =
        new PollLoop(name + "-replies", transport.consume(List.of(replies)), replyReceiver);
  }

  /** Sets the explainer of unreadable results. Call it before the start. */
  public void explainUnreadable(ResultExplainer newExplainer) {
    calls.explainUnreadable(newExplainer);
  }

  /** Refuses calls of these services from now on, and of no others. */
  public void refuse(Set<String> services) {
    requests.refuse(services);
  }

  /**
   * Spreads calls over the shards of these services from now on, and of no others.
   *
   * @param shards by a service's own queue, which is the first of its shards
   */
  public void spread(Map<QueueName, List<QueueName>> shards) {
    pushes.spread(shards);
  }

  /** Starts taking replies. */
  public void start() {
    replyLoop.start();
    timeouts.start();
  }

  /**
   * Checks whether the broker lets this client cancel calls.
   *
   * @throws RpcException {@code PERMISSION_DENIED} if it does not
   */
  public void checkCancelling() {
    transport.announce(settings.namespace().cancellations(), NO_CALL);
  }

  /** Returns the channels on which its calls start. */
  public ClientChannels channels() {
    return channels;
  }

  /** Returns a probe that ends calls to nodes that are no longer there. */
  public Probe lostCalls() {
    return () -> {
      pushes.forgetIdle();
      durable.forgetIdle();
      return lostCalls.look();
    };
  }

  /** Returns how many replies were late, duplicate or unreadable. */
  public long lateReplies() {
    return replyReceiver.late();
  }

  /** Returns how many calls are outstanding. */
  public int waitingCalls() {
    return pending.size();
  }

  /** Returns the reason why the client receives no replies at present; null if it does. */
  public @Nullable String trouble() {
    return replyLoop.trouble();
  }

  /** Returns the reason why callbacks or subscribers do not run at present; null if they do. */
  public @Nullable String starvation() {
    String trouble = callbacks.trouble();
    return trouble == null ? streams.trouble() : trouble;
  }

  /**
   * Fails pending calls and all other waits with {@code CANCELLED}, and stops taking replies,
   * within a few seconds.
   */
  @Override
  public void close() {
    close(CLOSE_BOUND);
  }

  /** Does the same, within this bound if it is less. */
  public void close(Duration bound) {
    streams.signalAll();
    pending.close();
    waits.close();
    durable.close();
    replyLoop.stop();
    Delivery wakeUp = new Delivery(replies, new byte[0], null);
    transport.reply(replies, List.of(new ReplyMessage(new byte[0], wakeUp)), PollLoop.WAIT);
    if (!replyLoop.awaitEnd(bound.compareTo(CLOSE_BOUND) < 0 ? bound : CLOSE_BOUND)) {
      LOG.warn("{} still waits for its broker; its thread ends by itself", replies);
    }
    timeouts.stop();
    callbacks.shutdown();
    streams.close();
    pushes.close();
    later.close();
    pushes.release(); // from now on no step waits for another thread
  }
}
