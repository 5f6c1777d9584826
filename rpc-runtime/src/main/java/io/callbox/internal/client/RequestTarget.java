package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Chunk;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pushes batches of requests, as far as their queue admits them. Small ones that leave together
 * leave as chunks.
 */
final class RequestTarget implements PushBatcher.Target<Route, OutgoingRequest> {

  /** With a smaller bound a queue counts each request; with a larger one, each element. */
  private static final int COUNTED_ONE_BY_ONE = 1_000;

  private static final int MOST_SIZES = 1_000;

  private final Transport transport;
  private final String client;
  private final int maxQueueLength;
  private final int mostTogether;
  private final ShardChoice choice;
  private final AtomicLong lastPush = new AtomicLong();
  private final Map<QueueName, ChunkSize> sizes = new ConcurrentHashMap<>();

  /** Where no service is spread. */
  RequestTarget(Transport transport, ClientSettings settings) {
    this(
        transport,
        settings,
        new ShardChoice(settings.node(), queue -> List.of(), System::nanoTime));
  }

  /** Where those services are spread of which {@code choice} knows. */
  RequestTarget(Transport transport, ClientSettings settings, ShardChoice choice) {
    this.choice = choice;
    this.transport = transport;
    this.client = settings.node() + ':' + settings.incarnation();
    this.maxQueueLength = settings.maxQueueLength();
    this.mostTogether = maxQueueLength < COUNTED_ONE_BY_ONE ? 1 : transport.mostTogether();
  }

  @Override
  public CompletionStage<PushResult> push(Route route, List<OutgoingRequest> requests) {
    List<QueueName> shards = choice.shardsOf(route.queue());
    if (shards.isEmpty()) {
      PushOptions usual = admission(route, route.waitForProvider(), maxQueueLength);
      return push(route.queue(), requests, usual);
    }
    QueueName shard = choice.begin(route, shards);
    try {
      return pushToShard(route, shard, shards.size(), requests)
          .thenCompose(
              said ->
                  isUnserved(said) && !shard.equals(route.queue())
                      ? pushHome(route, shard, requests)
                      : CompletableFuture.completedFuture(said))
          .whenComplete((said, failure) -> choice.end(route, shard, failure));
    } catch (RuntimeException closed) {
      choice.end(route, shard, closed);
      throw closed;
    }
  }

  /** In another shard than the queue itself nothing waits for a provider to come. */
  private CompletionStage<PushResult> pushToShard(
      Route route, QueueName shard, int shards, List<OutgoingRequest> requests) {
    boolean wait = route.waitForProvider() && shard.equals(route.queue());
    int bound = (maxQueueLength + shards - 1) / shards;
    return push(shard, requests, admission(route, wait, bound));
  }

  /** Nobody takes from the shard: the queue of the service itself takes what it always did. */
  private CompletionStage<PushResult> pushHome(
      Route route, QueueName shard, List<OutgoingRequest> requests) {
    choice.passBy(shard);
    PushOptions usual = admission(route, route.waitForProvider(), maxQueueLength);
    return push(route.queue(), requests, usual);
  }

  private static boolean isUnserved(PushResult said) {
    RpcException refusal = said.refusal();
    return refusal != null
        && said.accepted() == 0
        && refusal.code() == StatusCode.UNAVAILABLE
        && refusal.executed() == Executed.NO;
  }

  private PushOptions admission(Route route, boolean wait, int bound) {
    return new PushOptions(wait, bound, route.sender(client), lastPush.incrementAndGet());
  }

  private CompletionStage<PushResult> push(
      QueueName queue, List<OutgoingRequest> requests, PushOptions admission) {
    Elements elements = new Elements(queue, requests);
    return transport.push(queue, elements.messages, admission).thenApply(elements::admitted);
  }

  private ChunkSize sizeFor(QueueName queue) {
    if (sizes.size() >= MOST_SIZES) {
      sizes.clear(); // of queues that are pushed to no more: the others grow again
    }
    ChunkSize known = sizes.get(queue);
    return known != null ? known : sizes.computeIfAbsent(queue, absent -> new ChunkSize());
  }

  /** What is pushed of some requests: neighbours that fit into a chunk are one element. */
  private final class Elements {

    final List<byte[]> messages = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final QueueName queue;
    private final List<OutgoingRequest> requests;
    private final ChunkSize size;

    Elements(QueueName queue, List<OutgoingRequest> requests) {
      this.queue = queue;
      this.requests = requests;
      this.size = sizeFor(queue);
      int start = 0;
      while (start < requests.size()) {
        int end = endOfChunk(start);
        messages.add(end - start == 1 ? alone(requests.get(start)) : chunk(start, end));
        ends.add(end);
        start = end;
      }
    }

    private int endOfChunk(int start) {
      int most = Math.min(requests.size(), start + Math.min(size.most(), mostTogether));
      int end = start;
      int bytes = 0;
      while (end < most && bytes < Chunk.FULL && fits(requests.get(end))) {
        bytes += requests.get(end).request.length;
        end++;
      }
      return Math.max(end, start + 1);
    }

    private static boolean fits(OutgoingRequest request) {
      return request.isAnswered() && Chunk.fits(request.request);
    }

    private byte[] alone(OutgoingRequest request) {
      request.sentTo = queue;
      request.chunk = null;
      return request.request;
    }

    private byte[] chunk(int start, int end) {
      List<byte[]> members = new ArrayList<>(end - start);
      for (OutgoingRequest each : requests.subList(start, end)) {
        members.add(each.request);
      }
      byte[] element = Chunk.join(members);
      SentChunk chunk = new SentChunk(transport, queue, members, element, size);
      for (OutgoingRequest each : requests.subList(start, end)) {
        each.sentTo = queue;
        each.chunk = chunk;
      }
      return element;
    }

    /** The queue has said how many elements it holds: so many requests that is. */
    PushResult admitted(PushResult said) {
      if (said.refusal() == null || said.accepted() >= ends.size()) {
        return said;
      }
      int requestsHeld = said.accepted() == 0 ? 0 : ends.get(said.accepted() - 1);
      return new PushResult(requestsHeld, said.refusal());
    }
  }
}
