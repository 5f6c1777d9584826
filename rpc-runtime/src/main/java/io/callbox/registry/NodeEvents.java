package io.callbox.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.wire.StartHint;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;

/** What the broker tells those who listen, as a hint to look. Safe for use by many threads. */
final class NodeEvents {

  private final Transport transport;
  private final QueueName channel;

  NodeEvents(Transport transport, QueueName channel) {
    this.transport = transport;
    this.channel = channel;
  }

  /** A node has registered. */
  void up(StartHint node) {
    transport.signal(channel, node.written());
  }

  /** A node has ended, or was found dead. Its id has no characters that JSON would escape. */
  void down(String node) {
    String hint = "{\"event\":\"down\",\"node\":\"" + node + "\"}";
    transport.signal(channel, hint.getBytes(UTF_8));
  }
}
