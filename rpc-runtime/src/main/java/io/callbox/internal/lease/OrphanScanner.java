package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.log.MessageLog;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches for requests that this server holds without knowing it, because the answer to a take was
 * lost. It searches from time to time, and with each beat for a while after such a loss. If the
 * broker does not answer in time for a queue, the search of this queue rests for four times as long
 * as the answer took, and then twice as long each time: requests may be so large that the broker
 * can do nothing else during a search.
 *
 * <p>Belongs to the thread beside the heartbeat.
 */
final class OrphanScanner {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanScanner.class);
  private static final MessageLog UNREAD =
      MessageLog.of(LOG, "what is held of {} cannot be read, which is tried again in {} s: {}");
  private static final int BEATS_TO_A_SEARCH = 5;

  /** The maximum number of results of a search, because all of them are in memory at once. */
  private static final int MOST = 16;

  private static final long LONGEST_REST_NANOS = Duration.ofMinutes(10).toNanos();

  private final LeaseStore leases;
  private final Worker self;
  private final HeldRequests heldRequests;
  private final LongSupplier unanswered;
  private final BrokerClock clock;

  /** The time of the first miss, by a digest of the request. */
  private Map<UUID, Long> missedBefore = new HashMap<>();

  private final Map<QueueName, Rest> rests = new HashMap<>();

  private boolean complete = true;

  private long unansweredBefore;
  private int suspiciousBeats;
  private int beats;

  /**
   * Creates a scanner that has missed nothing yet.
   *
   * @param heldRequests the requests that the server knows it holds
   * @param unanswered returns the number of commands without an answer that may have taken requests
   */
  OrphanScanner(
      Transport transport, Worker self, HeldRequests heldRequests, LongSupplier unanswered) {
    this.leases = transport.leases();
    this.clock = transport.clock();
    this.self = self;
    this.heldRequests = heldRequests;
    this.unanswered = unanswered;
  }

  /** Returns whether to search at this beat. Call it once for each beat. */
  boolean isSearchDue() {
    long now = unanswered.getAsLong();
    suspiciousBeats = now == unansweredBefore ? suspiciousBeats - 1 : BEATS_TO_A_SEARCH;
    unansweredBefore = now;
    return ++beats % BEATS_TO_A_SEARCH == 0 || suspiciousBeats > 0 || !isAllKnown();
  }

  /**
   * Returns requests that have been held but unknown for longer than the answer to a take may be
   * under way; only some, if there are many. If it skips requests because others leave the list
   * meanwhile, or because the broker does not answer for their queue, it finds them later.
   */
  List<Delivery> search(Set<QueueName> queues) {
    Queue<Orphan> found = new PriorityQueue<>(MOST, OrphanScanner::newestFirst);
    Map<UUID, Long> missed = new HashMap<>();
    boolean answered = true;
    rests.keySet().retainAll(queues);
    for (QueueName queue : queues) {
      if (rests(queue)) {
        answered = false;
        continue;
      }
      long begin = clock.nanoTime();
      try {
        search(queue, missed, found);
        rests.remove(queue);
      } catch (RpcException refused) {
        LOG.debug("{} is not searched now: {}", queue, refused.getMessage());
        answered &= refused.code() == StatusCode.PERMISSION_DENIED; // searched later
        rest(queue, clock.nanoTime() - begin, refused);
      }
    }
    complete = answered && found.size() < MOST;
    missedBefore = missed;
    return found.stream().map(Orphan::held).toList();
  }

  /** The end of a rest, and its duration. */
  private record Rest(long endNanos, long nanos) {}

  private boolean rests(QueueName queue) {
    Rest rest = rests.get(queue);
    return rest != null && clock.nanoTime() - rest.endNanos < 0;
  }

  private void rest(QueueName queue, long tookNanos, RpcException why) {
    Rest last = rests.get(queue);
    long longer = Math.max(4 * tookNanos, last == null ? 0 : 2 * last.nanos);
    long nanos = Math.min(longer, LONGEST_REST_NANOS);
    rests.put(queue, new Rest(clock.nanoTime() + nanos, nanos));
    if (nanos >= HeldRequests.LONGEST_TAKE.toNanos()) {
      UNREAD.warn(queue, Duration.ofNanos(nanos).toSeconds(), why.getMessage());
    }
  }

  /** A request that this server holds without knowing it, and the time since which it does. */
  private record Orphan(Delivery held, UUID content, long since) {}

  private static int newestFirst(Orphan one, Orphan other) {
    return Long.signum(other.since - one.since);
  }

  private void search(QueueName queue, Map<UUID, Long> missed, Queue<Orphan> found) {
    int from = 0;
    List<Delivery> portion;
    do {
      portion = held(queue, from);
      from += portion.size();
      sort(portion, missed, found);
    } while (!portion.isEmpty());
  }

  private List<Delivery> held(QueueName queue, int from) {
    return BrokerRequests.await(
        () -> leases.held(queue, self, from), BrokerRequests.BOUND, "not known what is held");
  }

  /**
   * Adds the requests that have been missed for longest, so that a few requests that cannot be
   * handled do not hide others.
   */
  private void sort(List<Delivery> portion, Map<UUID, Long> missed, Queue<Orphan> found) {
    long now = clock.nanoTime();
    for (Delivery held : portion) {
      if (heldRequests.contains(held.message())) {
        continue; // asked only once, because the request may be answered at any moment
      }
      UUID content = UUID.nameUUIDFromBytes(held.message());
      long since = missedBefore.getOrDefault(content, now);
      if (now - since <= HeldRequests.LONGEST_TAKE.toNanos()) {
        missed.put(content, since);
        continue;
      }
      found.add(new Orphan(held, content, since));
      if (found.size() > MOST) {
        Orphan later = found.remove();
        missed.put(later.content, later.since);
      }
    }
  }

  /** Returns whether the last search has left nothing for the next. */
  boolean isAllKnown() {
    return complete && missedBefore.isEmpty();
  }
}
