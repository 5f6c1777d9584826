package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Puts taken messages back into their queues, to be taken next. Each return has a number, under
 * which Redis notes it: if the answer is late or lost, the script is sent again, and the message
 * may have been taken anew by then. Safe for use by many threads.
 */
final class QueueReturns {

  /** More than are under way. */
  private static final int REMEMBERED = 10_000;

  private final Scripts scripts;
  private final String sender = UUID.randomUUID().toString();
  private final AtomicLong last = new AtomicLong();

  QueueReturns(Scripts scripts) {
    this.scripts = scripts;
  }

  /** Puts a message back, unless it is to be held and is not. */
  CompletionStage<Long> put(Delivery message) {
    QueueName queue = message.queue();
    QueueName returned = queue.returned(sender);
    QueueName taken = message.taken();
    long number = last.incrementAndGet();
    return scripts.number(
        LuaScript.RETURN_TO_QUEUE,
        taken == null ? List.of(queue, returned) : List.of(queue, returned, taken),
        message.message(),
        Scripts.text(number),
        Scripts.text(number - REMEMBERED),
        RedissonLeaseStore.REMEMBERED_MILLIS);
  }
}
