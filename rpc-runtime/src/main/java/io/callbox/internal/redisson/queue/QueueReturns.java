package io.callbox.internal.redisson.queue;

import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.internal.redisson.script.StepNumbers;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Puts taken messages back into their queues, to be taken next. Redis remembers each return by its
 * number: if the answer is late or lost, the script is sent again, and the message may have been
 * taken again by then. Safe for use by many threads.
 */
public final class QueueReturns {

  private final Scripts scripts;
  private final String sender = UUID.randomUUID().toString();
  private final StepNumbers numbers = new StepNumbers();

  public QueueReturns(Scripts scripts) {
    this.scripts = scripts;
  }

  /** Returns a new number for a return into this queue. */
  public long next(QueueName queue) {
    return numbers.next(queue.returned(sender));
  }

  /** Puts a message back, unless it should be held and is not. */
  public CompletionStage<Long> put(Delivery message) {
    return put(message, next(message.queue()));
  }

  /** Does the same with the number of this return. */
  public CompletionStage<Long> put(Delivery message, long number) {
    QueueName queue = message.queue();
    QueueName returned = queue.returned(sender);
    QueueName taken = message.taken();
    byte[][] step = StepNumbers.values(number);
    return scripts.number(
        LuaScript.RETURN_TO_QUEUE,
        taken == null ? List.of(queue, returned) : List.of(queue, returned, taken),
        message.message(),
        step[0],
        step[1],
        step[2]);
  }

  /**
   * Puts a message back that a dead worker held, unless it was delivered too often.
   *
   * @return 0 if it was, and stays held; else 1
   */
  public CompletionStage<Long> putAgain(
      Delivery message, QueueName taken, int deliveries, long number) {
    QueueName queue = message.queue();
    byte[][] step = StepNumbers.values(number);
    return scripts.number(
        LuaScript.REQUEUE,
        List.of(queue, taken, queue.attempts(), queue.returned(sender)),
        message.message(),
        Scripts.text(deliveries),
        KeptTimes.ofDeliveries(),
        step[0],
        step[1],
        step[2]);
  }

  /** Forgets how often a message was put back again, unless it is still held. */
  public CompletionStage<Long> forget(Delivery message, QueueName taken) {
    return scripts.number(
        LuaScript.FORGET_ATTEMPTS,
        List.of(message.queue().attempts(), taken),
        (Object) message.message());
  }
}
