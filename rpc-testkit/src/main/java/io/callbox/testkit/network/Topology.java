package io.callbox.testkit.network;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The cut links, and the faults of each link. Safe for use by many threads. */
final class Topology {

  private final Set<Link> cut = ConcurrentHashMap.newKeySet();
  private final Map<String, Faults> ofNodes = new ConcurrentHashMap<>();
  private final Map<Link, Faults> ofLinks = new ConcurrentHashMap<>();
  private volatile Faults ofAll = Faults.NONE;

  /** True if every message arrives, which makes further checks unnecessary. */
  private volatile boolean sound = true;

  /** The direction from one node to another. */
  record Link(String from, String to) {}

  boolean isSound() {
    return sound;
  }

  void cut(String from, String to) {
    cut.add(new Link(from, to));
    changed();
  }

  void mend(String from, String to) {
    cut.remove(new Link(from, to));
    changed();
  }

  void mendAll() {
    cut.clear();
    changed();
  }

  boolean isCut(String from, String to) {
    return !cut.isEmpty() && cut.contains(new Link(from, to));
  }

  void faults(Faults faults) {
    ofAll = faults;
    changed();
  }

  void faults(String node, Faults faults) {
    ofNodes.put(node, faults);
    changed();
  }

  void faults(String from, String to, Faults faults) {
    ofLinks.put(new Link(from, to), faults);
    changed();
  }

  /**
   * Returns the faults of a link; without its own, those of the sending node, else those of the
   * network.
   */
  Faults between(String from, @Nullable String to) {
    Faults ofLink = to == null ? null : ofLinks.get(new Link(from, to));
    return ofLink != null ? ofLink : ofNodes.getOrDefault(from, ofAll);
  }

  private void changed() {
    sound =
        cut.isEmpty()
            && ofAll.deliverAll()
            && ofNodes.values().stream().allMatch(Faults::deliverAll)
            && ofLinks.values().stream().allMatch(Faults::deliverAll);
  }
}
