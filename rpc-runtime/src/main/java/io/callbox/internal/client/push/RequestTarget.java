package io.callbox.internal.client.push;

import io.callbox.internal.client.push.SpreadPush.Terms;
import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.Chunk;
import io.callbox.transport.Element;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pushes batches of requests, as far as their queue accepts them. Small requests of one batch are
 * sent as chunks.
 */
final class RequestTarget implements PushBatcher.Target<Route, OutgoingRequest> {

  /**
   * With a smaller bound, each request is an element of its own, so the bound is exact; with a
   * larger bound, requests are sent in chunks.
   */
  private static final int COUNTED_ONE_BY_ONE = 1_000;

  private static final int MOST_SIZES = 1_000;

  private final Transport transport;
  private final String sender;
  private final String waitingSender;
  private final int maxQueueLength;
  private final int mostTogether;
  private final ShardChoice choice;
  private final SpreadPush spread;
  private volatile Runnable watch = () -> {};

  /** The shards of services that are spread, by the service's own queue. */
  private volatile Map<QueueName, List<QueueName>> shards = Map.of();

  private final AtomicLong lastPush = new AtomicLong();
  private final Map<QueueName, ChunkSize> sizes = new ConcurrentHashMap<>();

  /**
   * Creates a target.
   *
   * @param client names this start of the client: pushes are numbered for each sender
   * @param maxQueueLength the maximum number of elements in a queue
   * @param choice chooses the shard of a push to a service that is spread
   */
  RequestTarget(Transport transport, String client, int maxQueueLength, ShardChoice choice) {
    this.choice = choice;
    this.transport = transport;
    this.sender = client + ":n";
    this.waitingSender = client + ":w";
    this.maxQueueLength = maxQueueLength;
    this.spread = new SpreadPush(choice, maxQueueLength, this::push);
    this.mostTogether = maxQueueLength < COUNTED_ONE_BY_ONE ? 1 : transport.mostTogether();
  }

  /** Sets an action that runs at each push to a spread service. Call it before the first push. */
  void watch(Runnable newWatch) {
    watch = newWatch;
  }

  /** Spreads requests to these queues over their shards from now on, and to no others. */
  void spread(Map<QueueName, List<QueueName>> newShards) {
    shards = newShards;
  }

  /** Returns the lane in which a request on this route leaves. */
  Route lane(Route route) {
    return shards.containsKey(route.queue()) ? choice.lane(route) : route;
  }

  @Override
  public CompletionStage<PushResult> push(Route route, List<OutgoingRequest> requests) {
    List<QueueName> several = shards.get(route.queue());
    if (several == null) {
      PushOptions admission = admission(route, requests, route.waitForProvider(), maxQueueLength);
      return push(route.queue(), requests, admission);
    }
    CompletionStage<PushResult> pushed = spread.push(route, several, requests);
    watch.run();
    return pushed;
  }

  private CompletionStage<PushResult> push(
      Route lane, QueueName shard, List<OutgoingRequest> requests, Terms terms) {
    return push(shard, requests, admission(lane, requests, terms.waiting(), terms.most()));
  }

  private PushOptions admission(
      Route lane, List<OutgoingRequest> requests, boolean waiting, int most) {
    return new PushOptions(
        waiting, most, senderOf(lane), lastPush.incrementAndGet(), areAllAnswered(requests));
  }

  /** Returns the sender of a lane. Each lane has one push to a queue under way at a time. */
  private String senderOf(Route lane) {
    String kind = lane.waitForProvider() ? waitingSender : sender;
    return lane.lane() == 0 ? kind : kind + lane.lane();
  }

  private CompletionStage<PushResult> push(
      QueueName queue, List<OutgoingRequest> requests, PushOptions admission) {
    if (requests.size() == 1) {
      return transport.pushElements(queue, List.of(alone(queue, requests.get(0))), admission);
    }
    Elements elements = new Elements(queue, requests);
    return transport.pushElements(queue, elements.all, admission).thenApply(elements::admitted);
  }

  private static boolean areAllAnswered(List<OutgoingRequest> requests) {
    for (int at = 0; at < requests.size(); at++) {
      if (!requests.get(at).isAnswered()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the element of a request that leaves alone. The bytes of a large request are not copied
   * here.
   */
  private static Element alone(QueueName queue, OutgoingRequest request) {
    request.leaves(queue, null);
    RequestEnvelope envelope = request.request();
    return envelope.length() < RequestElement.PIECE
        ? Element.of(envelope.bytes())
        : new RequestElement(List.of(envelope));
  }

  private ChunkSize sizeFor(QueueName queue) {
    if (sizes.size() >= MOST_SIZES) {
      sizes.clear(); // drops sizes of queues that are no longer used; the others grow again
    }
    ChunkSize known = sizes.get(queue);
    return known != null ? known : sizes.computeIfAbsent(queue, absent -> new ChunkSize());
  }

  /**
   * The elements to push for some requests: adjacent requests that fit into a chunk are one
   * element.
   */
  private final class Elements {

    final List<Element> all = new ArrayList<>();
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
        all.add(end - start == 1 ? alone(queue, requests.get(start)) : chunk(start, end));
        ends.add(end);
        start = end;
      }
    }

    private int endOfChunk(int start) {
      int most = Math.min(requests.size(), start + Math.min(size.most(), mostTogether));
      int end = start;
      int bytes = 0;
      while (end < most && bytes < Chunk.FULL && fits(requests.get(end))) {
        bytes += requests.get(end).request().length();
        end++;
      }
      return Math.max(end, start + 1);
    }

    private static boolean fits(OutgoingRequest request) {
      RequestEnvelope envelope = request.request();
      return request.isAnswered()
          && (envelope.hasHead()
              ? envelope.length() <= Chunk.LARGEST_MEMBER && Chunk.isOneLine(envelope.tail())
              : Chunk.fits(envelope.tail()));
    }

    private Element chunk(int start, int end) {
      List<RequestEnvelope> members = new ArrayList<>(end - start);
      for (OutgoingRequest each : requests.subList(start, end)) {
        members.add(each.request());
      }
      SentChunk chunk = new SentChunk(transport, queue, members, size);
      for (OutgoingRequest each : requests.subList(start, end)) {
        each.leaves(queue, chunk);
      }
      return new RequestElement(members);
    }

    /** Converts the number of accepted elements into a number of requests. */
    PushResult admitted(PushResult said) {
      if (said.refusal() == null || said.accepted() >= ends.size()) {
        return said;
      }
      int requestsHeld = said.accepted() == 0 ? 0 : ends.get(said.accepted() - 1);
      return new PushResult(requestsHeld, said.refusal());
    }
  }
}
