package io.callbox.registry;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.log.Printable;
import io.callbox.transport.NodeStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads who is there. Safe for use by many threads. */
final class MembershipReader {

  private static final Logger LOG = LoggerFactory.getLogger(MembershipReader.class);
  private static final Duration BOUND = Duration.ofSeconds(5);

  private final NodeStore members;

  MembershipReader(NodeStore members) {
    this.members = members;
  }

  /** A node, and how long its card stays up if nobody renews it. */
  record Entry(NodeInfo info, Duration left) {}

  /** Who is there now. What is no card is left out. */
  List<Entry> take() {
    List<Entry> entries = new ArrayList<>();
    for (NodeStore.Seen seen :
        BrokerRequests.await(members::look, BOUND, "the registry does not answer")) {
      try {
        entries.add(new Entry(NodeRecord.read(seen.card()), seen.left()));
      } catch (IOException unreadable) {
        LOG.debug(
            "{} has no readable card: {}", Printable.of(seen.node()), Printable.of(unreadable));
      }
    }
    return entries;
  }
}
