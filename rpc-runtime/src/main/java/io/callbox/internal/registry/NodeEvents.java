package io.callbox.internal.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.internal.wire.StartHint;
import io.callbox.json.Json;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Texts;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.io.IOException;
import java.util.Optional;

/**
 * Publishes hints for the listeners of the registry. A hint only says that a node should look;
 * every program with the right to publish can forge one. Safe for use by many threads.
 */
final class NodeEvents {

  private static final Members MEMBERS = Members.of("node");

  private final Transport transport;
  private final QueueName channel;

  NodeEvents(Transport transport, QueueName channel) {
    this.transport = transport;
    this.channel = channel;
  }

  /** Publishes that a node has registered. */
  void up(StartHint node) {
    transport.signal(channel, node.written());
  }

  /**
   * Publishes that a node has registered, and waits until the broker has it.
   *
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if it does not take it
   */
  void announce(StartHint node) {
    transport.announce(channel, node.written());
  }

  /**
   * Publishes that a node has ended, or was found dead. Its id contains no characters that JSON
   * would escape.
   */
  void down(String node) {
    String hint = "{\"event\":\"down\",\"node\":\"" + node + "\"}";
    transport.signal(channel, hint.getBytes(UTF_8));
  }

  /** Returns the node that a hint names; empty if it names none. */
  static Optional<String> nodeOf(byte[] hint) {
    try (JsonParser in = Json.FACTORY.createParser(hint)) {
      in.nextToken();
      MemberCursor members = MEMBERS.open(in);
      String node = "";
      while (members.next()) {
        if (members.index() == 0) {
          node = Texts.readString(in);
        } else {
          members.skip();
        }
      }
      return node != null && Namespace.isName(node) ? Optional.of(node) : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
