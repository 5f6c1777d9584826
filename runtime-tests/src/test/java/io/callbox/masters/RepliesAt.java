package io.callbox.masters;

import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes where replies to a node go, which takes nothing else. Belongs to whoever closes its target.
 */
final class RepliesAt extends ForwardingTransport {

  private volatile @Nullable QueueName replies;

  RepliesAt(Transport target) {
    super(target);
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues) {
    replies = queues.get(0);
    return super.consume(queues);
  }

  QueueName replies() {
    QueueName known = replies;
    if (known == null) {
      throw new IllegalStateException("no node has started");
    }
    return known;
  }
}
