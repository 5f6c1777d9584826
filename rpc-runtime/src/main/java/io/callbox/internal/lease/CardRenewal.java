package io.callbox.internal.lease;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.log.Printable;
import io.callbox.rpc.RpcException;
import io.callbox.transport.NodeStore;
import io.callbox.transport.Worker;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the node's card, and notes which nodes are gone. One thread at a time renews; any thread
 * may ask for the nodes.
 */
final class CardRenewal {

  private static final Logger LOG = LoggerFactory.getLogger(CardRenewal.class);

  private final Worker worker;
  private final NodeCard card;

  /** Set if the last renewal failed. Belongs to the thread that renews. */
  private boolean missed;

  /**
   * The nodes that were gone at the last renewal, until a thread takes them. The monitor guards
   * them: the thread that renews races with the one that takes.
   */
  @GuardedBy("this")
  private List<NodeStore.Gone> gone = List.of();

  CardRenewal(Worker worker, NodeCard card) {
    this.worker = worker;
    this.card = card;
  }

  /**
   * Renews the card. If it is still there, the broker has not lost the data that was read before,
   * and the finding holds.
   */
  void renew(Probe.Finding finding) {
    try {
      NodeStore.JoinResult standing = card.renew();
      renewed();
      saw(standing.gone());
      if (card.isSteady()) {
        finding.consequence().run();
      }
    } catch (RpcException unavailable) {
      missed(String.valueOf(unavailable.getMessage()));
    } catch (RuntimeException | Error failure) {
      missed(Printable.of(failure));
    }
  }

  private void renewed() {
    if (missed) {
      LOG.info("{} renews its card again", worker);
    }
    missed = false;
  }

  /** Logs a failed renewal, once for each outage: a master may be away for long. */
  private void missed(String reason) {
    if (!missed) {
      LOG.warn("{} could not renew its card: {}", worker, reason);
    }
    missed = true;
  }

  private synchronized void saw(List<NodeStore.Gone> newlyGone) {
    gone = newlyGone;
  }

  /** Returns whether there are gone nodes that no thread has taken yet. */
  synchronized boolean areAnyGone() {
    return !gone.isEmpty();
  }

  /** Returns the nodes that are gone, and forgets them: the caller handles them. */
  synchronized List<NodeStore.Gone> takeGone() {
    List<NodeStore.Gone> taken = gone;
    gone = List.of();
    return taken;
  }
}
