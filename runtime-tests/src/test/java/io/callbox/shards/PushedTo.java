package io.callbox.shards;

import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Notes which queues have held what was pushed. Belongs to whoever closes its target. */
final class PushedTo extends ForwardingTransport {

  private final Set<QueueName> queues = ConcurrentHashMap.newKeySet();

  PushedTo(Transport target) {
    super(target);
  }

  @Override
  public CompletionStage<PushResult> push(
      QueueName queue, List<byte[]> messages, PushOptions admission) {
    return super.push(queue, messages, admission)
        .whenComplete(
            (said, failure) -> {
              if (failure == null && said.accepted() > 0) {
                queues.add(queue);
              }
            });
  }

  /** Those since it was cleared. */
  Set<QueueName> queues() {
    return Set.copyOf(queues);
  }

  void clear() {
    queues.clear();
  }
}
