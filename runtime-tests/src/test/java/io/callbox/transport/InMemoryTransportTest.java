package io.callbox.transport;

import io.callbox.transport.memory.InMemoryTransport;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class InMemoryTransportTest {

  private static final InMemoryTransport TRANSPORT = new InMemoryTransport();

  @Nested
  final class OnReceive extends TransportContract {

    @Override
    Transport transport() {
      return TRANSPORT;
    }

    @Override
    QueueConsumer consume(List<QueueName> sources) {
      return TRANSPORT.consume(sources);
    }
  }

  @Nested
  final class OnAnswer extends TransportContract {

    @Override
    Transport transport() {
      return TRANSPORT;
    }

    @Override
    QueueConsumer consume(List<QueueName> sources) {
      return TRANSPORT.consume(sources, new Worker("worker", "1"));
    }
  }
}
