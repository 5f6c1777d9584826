package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.log.Printable;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore.Gone;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans up after nodes that died. Their inboxes have no other provider that would take over their
 * requests. So any node that serves a service does it, and then removes the dead node from the
 * list. A node that only calls first gives other nodes the time of a lease, and more time if
 * requests must be taken over.
 *
 * <p>Belongs to the thread beside the heartbeat.
 */
public final class DeadNodeReaper {

  private static final Logger LOG = LoggerFactory.getLogger(DeadNodeReaper.class);

  /** The difference by which a node's lease on its inbox may end before or after its card. */
  private static final Duration CLOCK_SLACK = Duration.ofMillis(100);

  /** The longest time that the requests of a dead node wait for a node that may take them over. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Transport transport;
  private final Consumer<String> down;
  private final Namespace namespace;
  private final Duration lease;
  private final Set<String> seenTo = new HashSet<>();

  /**
   * Creates a reaper that knows no dead nodes yet.
   *
   * @param lease how long a node counts as alive after its last heartbeat
   * @param down receives the id of each removed node
   */
  public DeadNodeReaper(
      Transport transport, Namespace namespace, Duration lease, Consumer<String> down) {
    this.transport = transport;
    this.down = down;
    this.namespace = namespace;
    this.lease = lease;
  }

  /** Returns the ended leases of dead nodes on their inboxes. */
  List<LeaseStore.Ended> inboxes(List<Gone> gone) {
    List<LeaseStore.Ended> ended = new ArrayList<>();
    for (Gone node : gone) {
      if (node.since().compareTo(CLOCK_SLACK) >= 0) {
        ended.addAll(inbox(node.node()));
      }
    }
    return ended;
  }

  /**
   * Returns the ended lease of a node on its inbox. Redis's rules may forbid one node to use the
   * inbox of another: see docs/security.md.
   */
  private List<LeaseStore.Ended> inbox(String node) {
    try {
      List<LeaseStore.Ended> ended = endedOn(namespace.inbox(node));
      seenTo.add(node);
      return ended;
    } catch (RpcException refused) {
      LOG.debug(
          "the inbox of node {} is left to others: {}", Printable.of(node), refused.getMessage());
      return List.of();
    }
  }

  /** Removes nodes from the list whose requests are taken over. */
  void forget(List<Gone> gone) {
    for (Gone node : gone) {
      boolean mayForget = seenTo.contains(node.node()) || node.since().compareTo(lease) > 0;
      boolean late = node.since().compareTo(LONGEST) > 0;
      if (mayForget && (late || !isLeft(node.node())) && (abandon(node.node()) || late)) {
        forget(node.node());
      }
    }
    seenTo.clear();
  }

  /**
   * Returns whether requests of a node may be left. Before its lease has ended, they may: the node
   * took its lease later than its card, and may have died before it renewed either. If the broker
   * cannot say, because the inbox is on a master that is away, requests may be left.
   */
  private boolean isLeft(String node) {
    QueueName inbox = namespace.inbox(node);
    try {
      if (!ask(() -> transport.leases().left(inbox), inbox).isNegative()) {
        return true;
      }
      for (LeaseStore.Ended ended : endedOn(inbox)) {
        if (!ask(() -> transport.leases().held(inbox, ended.worker(), 0), inbox).isEmpty()) {
          return true;
        }
      }
      return false;
    } catch (RpcException refused) {
      LOG.debug(
          "what node {} had taken is left to others: {}", Printable.of(node), refused.getMessage());
      return !isForbidden(refused);
    }
  }

  private static boolean isForbidden(RpcException refused) {
    return refused.code() == StatusCode.PERMISSION_DENIED;
  }

  /**
   * Makes the keys of a node expire, because its id may never be used again.
   *
   * @return whether they do, as far as this node has the right
   */
  private boolean abandon(String node) {
    QueueName inbox = namespace.inbox(node);
    try {
      List<Worker> workers = endedOn(inbox).stream().map(LeaseStore.Ended::worker).toList();
      ask(() -> transport.leases().abandon(inbox, workers), inbox);
      return true;
    } catch (RpcException refused) {
      LOG.debug(
          "what node {} leaves is left to others: {}", Printable.of(node), refused.getMessage());
      return isForbidden(refused);
    }
  }

  private List<LeaseStore.Ended> endedOn(QueueName inbox) {
    return ask(() -> transport.leases().ended(inbox), inbox);
  }

  private <T extends @Nullable Object> T ask(
      Supplier<CompletionStage<T>> question, QueueName inbox) {
    return BrokerRequests.await(question, lease, "no word of " + inbox);
  }

  private void forget(String node) {
    try {
      boolean forgotten =
          BrokerRequests.await(
              () -> transport.members(namespace).forget(node), lease, "cannot forget node " + node);
      if (forgotten) {
        LOG.info("node {} is gone: it has given no sign of life for its lease", Printable.of(node));
        down.accept(node);
      }
    } catch (RpcException refused) {
      LOG.debug("{}", refused.getMessage());
    }
  }
}
