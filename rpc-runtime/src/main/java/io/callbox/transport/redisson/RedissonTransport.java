package io.callbox.transport.redisson;

import io.callbox.internal.redisson.broker.RedisChannels;
import io.callbox.internal.redisson.broker.RedisVersion;
import io.callbox.internal.redisson.broker.SampledClock;
import io.callbox.internal.redisson.client.Reachability;
import io.callbox.internal.redisson.client.RedisAddress;
import io.callbox.internal.redisson.client.RedissonClients;
import io.callbox.internal.redisson.durable.RedissonCalls;
import io.callbox.internal.redisson.failure.Slots;
import io.callbox.internal.redisson.queue.BacklogScript;
import io.callbox.internal.redisson.queue.QueuePush;
import io.callbox.internal.redisson.queue.WaitingRequests;
import io.callbox.internal.redisson.reply.ReplyScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.internal.redisson.store.RedissonDeadLetterStore;
import io.callbox.internal.redisson.store.RedissonLeaseStore;
import io.callbox.internal.redisson.store.RedissonNodeStore;
import io.callbox.internal.redisson.take.Consumers;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Backlog;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.Chunk;
import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.Element;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * Moves messages through Redis lists. It sends with {@code LPUSH} ({@code QueuePush}) and takes
 * from the right ({@code Consumers}), so a list is first in, first out. {@code ReplyScript} sends a
 * response and acknowledges its request, {@code WaitingRequests} looks at what waits and moves it,
 * and the stores have the rest of what nodes share. Requires Redis 7.0 or later.
 *
 * <p>Safe for use by many threads. {@link #close} shuts down a client that {@link #connect} has
 * made. A client that is passed to {@link #of} belongs to the code that made it.
 */
public final class RedissonTransport implements Transport {

  private final @Nullable RedissonClients owned;
  private final Slots slots;
  private final Scripts scripts;
  private final QueuePush pushes;
  private final ReplyScript replies;
  private final WaitingRequests waiting;
  private final Consumers consumers;
  private final LeaseStore leases;
  private final RedisChannels channels;
  private final SampledClock clock;
  private final Reachability reachability;

  private RedissonTransport(RedissonClient client, @Nullable RedissonClients owned) {
    this.owned = owned;
    this.slots = new Slots(client.getConfig().isClusterConfig());
    this.scripts = new Scripts(client);
    this.pushes = new QueuePush(scripts);
    this.replies = new ReplyScript(scripts, slots);
    this.waiting = new WaitingRequests(scripts, slots);
    this.consumers = new Consumers(scripts, slots);
    this.leases = new RedissonLeaseStore(scripts, slots);
    this.channels = new RedisChannels(scripts);
    this.clock = SampledClock.of(scripts);
    this.reachability = owned == null ? new Reachability() : owned.watch(clock::ask);
  }

  /**
   * Connects with its own small client: two threads, and as many connections as are in use.
   *
   * @param uri {@code redis://[user:password@]host:port[/database]}, or {@code rediss://} for TLS
   * @throws IllegalArgumentException if the URI has another form
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach, does not accept the user and
   *     password, or has no such database, or is older than 7.0; {@code PERMISSION_DENIED} if the
   *     user may not run scripts
   */
  public static RedissonTransport connect(String uri) {
    RedissonClients client = RedissonClients.connect(RedisAddress.of(uri));
    try {
      return started(new RedissonTransport(client.redisson(), client));
    } catch (RuntimeException unavailable) {
      client.close();
      throw unavailable;
    }
  }

  /**
   * Uses a client that the caller owns.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach, or older than 7.0; {@code
   *     PERMISSION_DENIED} if the user may not run scripts
   */
  public static RedissonTransport of(RedissonClient client) {
    return started(new RedissonTransport(client, null));
  }

  private static RedissonTransport started(RedissonTransport transport) {
    RedisVersion.check(transport.scripts);
    transport.clock.start();
    return transport;
  }

  @Override
  public CompletionStage<PushResult> push(
      QueueName queue, List<byte[]> messages, PushOptions admission) {
    return pushElements(queue, messages.stream().map(Element::of).toList(), admission);
  }

  @Override
  public CompletionStage<PushResult> pushElements(
      QueueName queue, List<Element> elements, PushOptions admission) {
    return pushes.push(queue, elements, admission);
  }

  @Override
  public CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
    return waiting.withdraw(queue, message);
  }

  @Override
  public CompletionStage<Boolean> replace(
      QueueName queue, byte[] message, byte @Nullable [] instead) {
    return waiting.replace(queue, message, instead);
  }

  @Override
  public CompletionStage<Boolean> move(
      QueueName queue, byte[] message, QueueName other, byte[] moved) {
    return waiting.move(queue, message, other, moved);
  }

  @Override
  public int mostTogether() {
    return Chunk.MOST;
  }

  @Override
  public CompletionStage<Backlog> backlog(QueueName queue) {
    return BacklogScript.run(scripts, queue);
  }

  @Override
  public CompletionStage<List<byte[]>> waiting(QueueName queue, int from, int messages, int bytes) {
    return waiting.list(queue, from, messages, bytes);
  }

  @Override
  public CompletionStage<Integer> reply(
      QueueName queue, List<ReplyMessage> answers, Duration keep) {
    return replies.reply(queue, answers, keep);
  }

  @Override
  public boolean acknowledgesApart() {
    return slots.areApart();
  }

  @Override
  public CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests) {
    return replies.acknowledge(taken, requests);
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues) {
    return consumers.of(queues);
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues, Worker holder) {
    return consumers.of(queues, holder);
  }

  @Override
  public void signal(QueueName channel, byte[] message) {
    channels.signal(channel, message);
  }

  @Override
  public void announce(QueueName channel, byte[] message) {
    channels.announce(channel, message);
  }

  @Override
  public Listening listen(QueueName channel, Listener listener) {
    return channels.listen(channel, listener);
  }

  @Override
  public CompletionStage<Listening> listenAsync(QueueName channel, Listener listener) {
    return channels.listenAsync(channel, listener);
  }

  @Override
  public DeadLetterStore deadLetters() {
    return new RedissonDeadLetterStore(scripts);
  }

  @Override
  public LeaseStore leases() {
    return leases;
  }

  @Override
  public NodeStore members(Namespace namespace) {
    return new RedissonNodeStore(scripts, slots, namespace);
  }

  @Override
  public CallStore calls(Namespace namespace) {
    return new RedissonCalls(scripts, namespace);
  }

  @Override
  public long commandsSent() {
    return scripts.sent();
  }

  @Override
  public @Nullable String trouble() {
    return reachability.trouble();
  }

  @Override
  public BrokerClock clock() {
    return clock;
  }

  @Override
  public void close() {
    scripts.close();
    if (owned != null) {
      owned.close();
    }
  }
}
