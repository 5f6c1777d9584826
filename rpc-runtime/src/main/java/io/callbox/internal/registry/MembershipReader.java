package io.callbox.internal.registry;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.log.Printable;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.NodeStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the nodes of the registry. Safe for use by many threads. */
final class MembershipReader {

  private static final Logger LOG = LoggerFactory.getLogger(MembershipReader.class);
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final String SILENT = "the registry does not answer";

  private final NodeStore store;

  MembershipReader(NodeStore store) {
    this.store = store;
  }

  /** A node, and the time for which its card lasts without a renewal. */
  record Entry(NodeInfo info, Duration left) {}

  /** Reads all nodes. Leaves invalid cards out. */
  List<Entry> take() {
    return entries(BrokerRequests.await(store::look, BOUND, SILENT));
  }

  /** Reads the nodes among these that are there. Leaves invalid cards out. */
  List<Entry> take(Collection<String> nodes) {
    return entries(BrokerRequests.await(() -> store.look(nodes), BOUND, SILENT));
  }

  /**
   * Counts the nodes in the list; empty if the broker's rules do not allow this user to count them,
   * because they were written before this command was needed.
   */
  Optional<NodeStore.Census> census() {
    try {
      return Optional.of(BrokerRequests.await(store::census, BOUND, SILENT));
    } catch (RpcException refused) {
      if (refused.code() == StatusCode.PERMISSION_DENIED) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static List<Entry> entries(List<NodeStore.Seen> all) {
    List<Entry> entries = new ArrayList<>();
    for (NodeStore.Seen seen : all) {
      try {
        NodeInfo info = CardJson.read(seen.card());
        if (info.id().equals(seen.node())) { // else one card could stand for many nodes
          entries.add(new Entry(info, seen.left()));
        }
      } catch (IOException unreadable) {
        LOG.debug(
            "{} has no readable card: {}", Printable.of(seen.node()), Printable.of(unreadable));
      }
    }
    return entries;
  }
}
