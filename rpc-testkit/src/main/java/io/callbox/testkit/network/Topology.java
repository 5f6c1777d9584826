package io.callbox.testkit.network;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which links are cut, and what faults there are where. Safe for use by many threads. */
final class Topology {

  private final Set<Link> cut = ConcurrentHashMap.newKeySet();
  private final Map<String, Faults> ofNodes = new ConcurrentHashMap<>();
  private final Map<Link, Faults> ofLinks = new ConcurrentHashMap<>();
  private volatile Faults ofAll = Faults.NONE;

  /** Whether all arrives, so that nobody has to look closer. */
  private volatile boolean sound = true;

  /** One way from a node to another. */
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

  /** The faults of a link if it has its own, else of the sending node, else of the network. */
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
