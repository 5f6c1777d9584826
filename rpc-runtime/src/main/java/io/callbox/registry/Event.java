package io.callbox.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.wire.StartHint;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.Locale;

/** What the broker tells those who listen, as a hint to look. */
enum Event {
  /** A node has registered. */
  UP,
  /** A node has ended, or was found dead. */
  DOWN;

  /** Tells of a node, whose id has no characters that JSON would need to escape. */
  void tell(Transport transport, QueueName channel, String node) {
    String event = name().toLowerCase(Locale.ROOT);
    String hint = "{\"event\":\"" + event + "\",\"node\":\"" + node + "\"}";
    transport.signal(channel, hint.getBytes(UTF_8));
  }

  /** Tells that a node has registered, and which revisions of services it provides. */
  static void tellStart(Transport transport, QueueName channel, StartHint node) {
    transport.signal(channel, node.written());
  }
}
