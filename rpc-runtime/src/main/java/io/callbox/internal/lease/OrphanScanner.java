package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Searches for requests that this server holds without knowing it: taken by a command whose answer
 * was lost. Searches now and then, and with each beat for a while after such a loss.
 *
 * <p>Belongs to the heartbeat's thread.
 */
final class OrphanScanner {

  private static final int BEATS_TO_A_SEARCH = 5;

  /** No answer is under way for longer: Redisson gives a wait of a second up after four. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How many one search finds at most: all of them are in memory at a time. */
  private static final int MOST = 16;

  private final LeaseStore leases;
  private final Worker self;
  private final InFlightRequests inFlight;
  private final LongSupplier unanswered;
  private final BrokerClock clock;

  /** Since when, by what stands for the content of a request. */
  private Map<UUID, Long> missedBefore = new HashMap<>();

  private boolean complete = true;

  private long unansweredBefore;
  private int suspiciousBeats;
  private int beats;

  /**
   * Nothing is missed yet.
   *
   * @param inFlight what the server knows that it holds
   * @param unanswered how many commands have remained without an answer that may have taken
   *     something
   */
  OrphanScanner(
      Transport transport, Worker self, InFlightRequests inFlight, LongSupplier unanswered) {
    this.leases = transport.leases();
    this.clock = transport.clock();
    this.self = self;
    this.inFlight = inFlight;
    this.unanswered = unanswered;
  }

  /** Whether to search at this beat. To be asked once a beat. */
  boolean isSearchDue() {
    long now = unanswered.getAsLong();
    suspiciousBeats = now == unansweredBefore ? suspiciousBeats - 1 : BEATS_TO_A_SEARCH;
    unansweredBefore = now;
    return ++beats % BEATS_TO_A_SEARCH == 0 || suspiciousBeats > 0 || !isAllKnown();
  }

  /**
   * Those that are held but not known, for longer than a take's answer may be under way: some of
   * them, if they are many. What is passed over as others leave the list meanwhile is found later.
   */
  List<Delivery> search(Set<QueueName> queues) {
    List<Delivery> found = new ArrayList<>();
    Map<UUID, Long> missed = new HashMap<>();
    for (QueueName queue : queues) {
      int from = 0;
      List<Delivery> portion;
      do {
        portion = held(queue, from);
        from += portion.size();
        sort(portion, missed, found);
      } while (!portion.isEmpty() && found.size() < MOST);
    }
    complete = found.size() < MOST;
    missedBefore = missed;
    return found;
  }

  private List<Delivery> held(QueueName queue, int from) {
    return BrokerRequests.await(
        () -> leases.held(queue, self, from), BrokerRequests.BOUND, "not known what is held");
  }

  private void sort(List<Delivery> portion, Map<UUID, Long> missed, List<Delivery> found) {
    long now = clock.nanoTime();
    for (Delivery held : portion) {
      if (inFlight.contains(held.message())) {
        continue; // asked once: it may be answered at any moment
      }
      UUID content = UUID.nameUUIDFromBytes(held.message());
      long since = missedBefore.getOrDefault(content, now);
      if (now - since <= PATIENCE.toNanos()) {
        missed.put(content, since);
      } else if (found.size() < MOST) {
        found.add(held);
      }
    }
  }

  /** Whether the last search left nothing to be found by the next. */
  boolean isAllKnown() {
    return complete && missedBefore.isEmpty();
  }
}
