package io.callbox.contract.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All findings, by element and change, in the order in which they were made. For one thread. */
final class Findings {

  private final Map<Key, Finding> found = new LinkedHashMap<>();

  /** Adds a consequence in one pairing. */
  void add(
      String path, Change change, Pairing pairing, boolean fails, String sentence, String reach) {
    found
        .computeIfAbsent(new Key(path, change), key -> new Finding(path, change))
        .add(pairing, fails, sentence, reach);
  }

  /** Adds a consequence in both pairings. */
  void note(String path, Change change, String sentence) {
    add(path, change, Pairing.OLD_CLIENT_NEW_WORKER, false, sentence, "");
  }

  /** Adds a failure in both pairings. */
  void never(String path, Change change, String sentence) {
    for (Pairing pairing : Pairing.values()) {
      add(path, change, pairing, true, sentence, "");
    }
  }

  List<Difference> differences() {
    return found.values().stream().map(Finding::difference).toList();
  }

  private record Key(String path, Change change) {}
}
