package io.callbox.internal.client.push;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Pushes the requests of a client to their queues. Requests that gather behind a push of their lane
 * leave together; if the service is spread and this push hangs, they leave in another lane.
 *
 * <p>Safe for use by many threads. The code that creates it closes it.
 */
public final class RequestPushes implements AutoCloseable {

  private final RequestTarget target;
  private final PushBatcher<Route, OutgoingRequest> batcher;
  private final HangingPushes hanging;

  /**
   * Creates the pushes of a client.
   *
   * @param node the node's id
   * @param incarnation distinguishes this start of the node from earlier ones
   * @param maxQueueLength the maximum number of elements in a queue
   */
  public RequestPushes(
      Transport transport,
      String node,
      String incarnation,
      int maxQueueLength,
      TaskScheduler later) {
    ShardChoice shards = new ShardChoice(node, transport.clock()::nanoTime);
    this.target = new RequestTarget(transport, node + ':' + incarnation, maxQueueLength, shards);
    this.batcher = new PushBatcher<>(target, later);
    this.hanging = new HangingPushes(shards, batcher, later);
    target.watch(hanging::watch);
  }

  /** Pushes a request, which receives the result. */
  public void push(Route route, OutgoingRequest request) {
    batcher.push(target.lane(route), request);
  }

  /**
   * Pushes a request that has no reply. The future completes when the queue has accepted it, or
   * fails.
   */
  public CompletableFuture<@Nullable Void> pushOneWay(Route route, byte[] request) {
    OneWayRequest message = new OneWayRequest(request);
    push(route, message);
    return message.end;
  }

  /**
   * Spreads requests over the shards of these services from now on, and of no others.
   *
   * @param shards by a service's own queue, which is the first of its shards
   */
  public void spread(Map<QueueName, List<QueueName>> shards) {
    target.spread(shards);
  }

  /** Forgets queues without pushes under way. */
  public void forgetIdle() {
    batcher.forgetIdle();
  }

  /** Ends the looks for pushes that hang. Close this before the scheduler. */
  @Override
  public void close() {
    hanging.close();
  }

  /** Pushes what waits for others. Call it after the close of the scheduler. */
  public void release() {
    batcher.release();
  }
}
