package io.callbox.internal.redisson.take;

import io.callbox.internal.redisson.failure.Slots;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.rpc.RpcException;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pops from several queues with one command, until it learns that they lie in several slots. From
 * then on each queue has its own command. One thread takes; any thread may call the other methods.
 */
final class SlotAwareConsumer implements QueueConsumer {

  private final Scripts scripts;
  private final Slots slots;
  private volatile List<QueueName> queues;
  private volatile Set<QueueName> paused = Set.of();
  private volatile QueueConsumer current;

  SlotAwareConsumer(Scripts scripts, Slots slots, List<QueueName> queues) {
    this.scripts = scripts;
    this.slots = slots;
    this.queues = queues;
    this.current = slots.areApart() ? apart() : new AutoAckConsumer(scripts, queues);
  }

  private QueueConsumer apart() {
    return new AcknowledgingConsumer(scripts, queues, null);
  }

  @Override
  public void check() {
    current.check();
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    try {
      return current.take(max, wait, receiver);
    } catch (RpcException failure) {
      if (current instanceof AutoAckConsumer && slots.isRefusal(failure)) {
        current.close();
        current = apart();
        current.pause(paused);
        current.serve(queues);
        return 0;
      }
      throw failure;
    }
  }

  /** Sets the queues. Guard against race with the switch: as for {@link #pause}. */
  @Override
  public void serve(List<QueueName> newQueues) {
    queues = List.copyOf(newQueues);
    current.serve(queues);
  }

  /**
   * Pauses queues. Guard against race with the switch: the later of the two passes the queues on.
   */
  @Override
  public void pause(Set<QueueName> queues) {
    paused = queues;
    current.pause(queues);
  }

  @Override
  public void listen(QueueName queue) {
    current.listen(queue);
  }

  @Override
  public void listenToAll() {
    current.listenToAll();
  }

  @Override
  public void wakeUp() {
    current.wakeUp();
  }

  @Override
  public @Nullable String trouble() {
    return current.trouble();
  }

  @Override
  public long unanswered() {
    return current.unanswered();
  }

  @Override
  public void close() {
    current.close();
  }
}
