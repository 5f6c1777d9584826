package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Puts taken messages back into their queues, to be taken next. Redis remembers each return by its
 * number: if the answer is late or lost, the script is sent again, and the message may have been
 * taken again by then. Safe for use by many threads.
 */
final class QueueReturns {

  private final Scripts scripts;
  private final String sender = UUID.randomUUID().toString();
  private final Map<QueueName, AtomicLong> last = new ConcurrentHashMap<>();

  QueueReturns(Scripts scripts) {
    this.scripts = scripts;
  }

  /** Returns a new number. Each queue has its own numbers, so that Redis can forget old ones. */
  long next(QueueName queue) {
    return last.computeIfAbsent(queue, none -> new AtomicLong()).incrementAndGet();
  }

  /** Puts a message back, unless it should be held and is not. */
  CompletionStage<Long> put(Delivery message) {
    return put(message, next(message.queue()));
  }

  /** Does the same with the number of this return. */
  CompletionStage<Long> put(Delivery message, long number) {
    QueueName queue = message.queue();
    QueueName returned = queue.returned(sender);
    QueueName taken = message.taken();
    return scripts.number(
        LuaScript.RETURN_TO_QUEUE,
        taken == null ? List.of(queue, returned) : List.of(queue, returned, taken),
        message.message(),
        Scripts.text(number),
        Scripts.text(number - RedissonLeaseStore.NUMBERS),
        RedissonLeaseStore.NUMBERS_MILLIS);
  }
}
