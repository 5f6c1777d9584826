package io.callbox.server;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.Leases;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Searches for requests that this server holds without knowing it: taken by a command whose answer
 * was lost. Searches now and then, and with each beat for a while after such a loss.
 *
 * <p>Belongs to the heartbeat's thread.
 */
final class Strays {

  private static final int BEATS_TO_A_SEARCH = 5;

  /** No answer is under way for longer: Redisson gives a wait of a second up after four. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Leases leases;
  private final Worker self;
  private final Holdings holdings;
  private final LongSupplier unanswered;
  private final BrokerClock clock;

  /** Since when. */
  private Map<ByteBuffer, Long> missedBefore = new HashMap<>();

  private long unansweredBefore;
  private int suspiciousBeats;
  private int beats;

  /**
   * Nothing is missed yet.
   *
   * @param holdings what the server knows that it holds
   * @param unanswered how many commands have remained without an answer that may have taken
   *     something
   */
  Strays(Transport transport, Worker self, Holdings holdings, LongSupplier unanswered) {
    this.leases = transport.leases();
    this.clock = transport.clock();
    this.self = self;
    this.holdings = holdings;
    this.unanswered = unanswered;
  }

  /** Whether to search at this beat. To be asked once a beat. */
  boolean isSearchDue() {
    long now = unanswered.getAsLong();
    suspiciousBeats = now == unansweredBefore ? suspiciousBeats - 1 : BEATS_TO_A_SEARCH;
    unansweredBefore = now;
    return ++beats % BEATS_TO_A_SEARCH == 0 || suspiciousBeats > 0 || !missedBefore.isEmpty();
  }

  /** Those that are held but not known, for longer than a take's answer may be under way. */
  List<Delivery> search(Set<QueueName> queues) {
    List<Delivery> found = new ArrayList<>();
    Map<ByteBuffer, Long> missed = new HashMap<>();
    long now = clock.nanoTime();
    for (QueueName queue : queues) {
      for (Delivery held : leases.held(queue, self).toCompletableFuture().join()) {
        if (holdings.contains(held.message())) {
          continue; // asked once: it may be answered at any moment
        }
        ByteBuffer content = ByteBuffer.wrap(held.message());
        long since = missedBefore.getOrDefault(content, now);
        if (now - since > PATIENCE.toNanos()) {
          found.add(held);
        } else {
          missed.put(content, since);
        }
      }
    }
    missedBefore = missed;
    return found;
  }

  /** Whether the last search left nothing to be found by the next. */
  boolean isAllKnown() {
    return missedBefore.isEmpty();
  }
}
