package io.callbox.server;

import io.callbox.transport.Delivery;
import io.callbox.transport.Leases;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  private final Leases leases;
  private final Worker self;
  private final Holdings holdings;
  private final LongSupplier unanswered;
  private Set<ByteBuffer> missedBefore = new HashSet<>();
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
  Strays(Leases leases, Worker self, Holdings holdings, LongSupplier unanswered) {
    this.leases = leases;
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

  /**
   * Those that are held but not known for the second search in a row: a take's answer is not under
   * way so long.
   */
  List<Delivery> search(Set<QueueName> queues) {
    List<Delivery> found = new ArrayList<>();
    Set<ByteBuffer> missed = new HashSet<>();
    for (QueueName queue : queues) {
      for (Delivery held : leases.held(queue, self).toCompletableFuture().join()) {
        if (holdings.contains(held.message())) {
          continue; // asked once: it may be answered at any moment
        }
        ByteBuffer content = ByteBuffer.wrap(held.message());
        if (missedBefore.contains(content)) {
          found.add(held);
        } else {
          missed.add(content);
        }
      }
    }
    missedBefore = missed;
    return found;
  }

  /** Whether the last search missed nothing that it had not missed before. */
  boolean isAllKnown() {
    return missedBefore.isEmpty();
  }
}
