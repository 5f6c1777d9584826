package io.callbox.internal.redisson.take;

import io.callbox.internal.redisson.failure.Slots;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.util.List;

/**
 * Makes the consumers of a transport. Safe for use by many threads.
 *
 * @param scripts runs their scripts
 * @param slots knows whether one command may pop from several queues
 */
public record Consumers(Scripts scripts, Slots slots) {

  /** Makes a consumer that acknowledges messages as it takes them. */
  public QueueConsumer of(List<QueueName> queues) {
    return queues.size() > 1
        ? new SlotAwareConsumer(scripts, slots, queues)
        : new AutoAckConsumer(scripts, queues);
  }

  /** Makes a consumer that takes messages into the lists of a worker. */
  public QueueConsumer of(List<QueueName> queues, Worker holder) {
    PoolSize.warnIfTooSmall(scripts.client().getConfig(), queues.size());
    return new AcknowledgingConsumer(scripts, queues, holder);
  }
}
