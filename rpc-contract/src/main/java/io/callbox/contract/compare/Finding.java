package io.callbox.contract.compare;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The consequences of one change at one element, collected over all flows. For one thread. */
final class Finding {

  private final String path;
  private final Change change;
  private final Set<Pairing> failing = EnumSet.noneOf(Pairing.class);
  private final Set<String> sentences = new LinkedHashSet<>();
  private final Set<String> reach = new TreeSet<>();

  Finding(String path, Change change) {
    this.path = path;
    this.change = change;
  }

  void add(Pairing pairing, boolean fails, String sentence, String reached) {
    if (fails) {
      failing.add(pairing);
    }
    sentences.add(sentence);
    if (!reached.isEmpty()) {
      reach.add(reached);
    }
  }

  Difference difference() {
    Verdict verdict =
        Verdict.of(
            failing.contains(Pairing.OLD_CLIENT_NEW_WORKER),
            failing.contains(Pairing.NEW_CLIENT_OLD_WORKER));
    return new Difference(path, change, verdict, String.join(" ", sentences), List.copyOf(reach));
  }
}
