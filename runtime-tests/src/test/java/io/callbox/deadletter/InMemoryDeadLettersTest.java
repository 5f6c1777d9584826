package io.callbox.deadletter;

import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;

final class InMemoryDeadLettersTest extends DeadLettersContract {

  private static final InMemoryTransport TRANSPORT = new InMemoryTransport();

  @Override
  Transport transport() {
    return TRANSPORT;
  }
}
