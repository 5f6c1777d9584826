package io.callbox.internal.server.durable;

import io.callbox.log.MessageLog;
import io.callbox.log.Printable;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the queues whose durable calls are put off, because the place that their {@code sync}
 * names does not confirm their begin. Logs it once when this starts and once when it ends. Safe for
 * use by many threads.
 */
final class UnconfirmedBegins {

  /**
   * The time for which a missing confirmation counts. A call that is put off is tried again well
   * before that.
   */
  private static final Duration COUNTS = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(UnconfirmedBegins.class);
  private static final MessageLog STARTED =
      MessageLog.of(LOG, "durable calls of {} are put off, as their begin is not confirmed: {}");

  private final BrokerClock clock;
  private final Map<QueueName, Miss> misses = new ConcurrentHashMap<>();

  UnconfirmedBegins(BrokerClock clock) {
    this.clock = clock;
  }

  private record Miss(String reason, long nanos) {}

  /** Notes that the begin of a call was not confirmed. */
  void missed(QueueName queue, String reason) {
    Miss before = misses.put(queue, new Miss(reason, clock.nanoTime()));
    if (before == null || !counts(before)) {
      STARTED.warn(queue.key(), reason);
    }
  }

  /** Notes that the begin of a call was confirmed. */
  void confirmed(QueueName queue) {
    if (misses.remove(queue) != null) {
      LOG.info("durable calls of {} begin again", queue.key());
    }
  }

  private boolean counts(Miss miss) {
    return clock.nanoTime() - miss.nanos < COUNTS.toNanos();
  }

  /** Returns a sentence for each queue whose calls are put off at present. */
  List<String> warnings() {
    return misses.entrySet().stream()
        .filter(each -> counts(each.getValue()))
        .map(
            each ->
                "durable calls of "
                    + each.getKey().key()
                    + " are put off, as their begin is not confirmed: "
                    + Printable.of(each.getValue().reason))
        .sorted()
        .toList();
  }
}
