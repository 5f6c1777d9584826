package io.callbox.internal.redisson.store;

import io.callbox.internal.redisson.failure.ClusterChange;
import io.callbox.internal.redisson.failure.Slots;
import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.client.codec.ByteArrayCodec;

/** Reads the cards of nodes; each card has its own key. Safe for use by many threads. */
final class NodeCards {

  private final Scripts scripts;
  private final Slots slots;
  private final Namespace namespace;

  NodeCards(Scripts scripts, Slots slots, Namespace namespace) {
    this.scripts = scripts;
    this.slots = slots;
    this.namespace = namespace;
  }

  /**
   * Reads the cards of some nodes. Leaves nodes without a card out.
   *
   * @param pairs for each node its name, and the time until its lease ends, in milliseconds
   */
  CompletionStage<List<Seen>> read(List<byte[]> pairs) {
    if (pairs.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    List<String> nodes = new ArrayList<>();
    List<Duration> left = new ArrayList<>();
    for (int at = 0; at < pairs.size(); at += 2) {
      nodes.add(Answers.text(pairs.get(at)));
      left.add(Answers.millis(pairs.get(at + 1)));
    }
    String[] keys = nodes.stream().map(node -> namespace.card(node).key()).toArray(String[]::new);
    return slots
        .run(() -> together(keys), () -> oneByOne(keys))
        .thenApply(cards -> seen(nodes, left, cards));
  }

  private CompletionStage<Map<String, byte[]>> together(String... keys) {
    scripts.count();
    return ClusterChange.outlasted(
        () -> scripts.client().getBuckets(ByteArrayCodec.INSTANCE).getAsync(keys));
  }

  /** Reads keys by Redisson's own command, which asks each slot of a Redis Cluster. */
  private CompletionStage<Map<String, byte[]>> oneByOne(String... keys) {
    if (scripts.client().getConfig().isClusterConfig()) {
      return together(keys);
    }
    CompletionStage<Map<String, byte[]>> all = CompletableFuture.completedFuture(new HashMap<>());
    for (String key : keys) {
      scripts.count();
      all =
          all.thenCombine(
              ClusterChange.outlasted(
                  () ->
                      scripts.client().<byte[]>getBucket(key, ByteArrayCodec.INSTANCE).getAsync()),
              (cards, card) -> with(cards, key, card));
    }
    return all;
  }

  private static Map<String, byte[]> with(
      Map<String, byte[]> cards, String key, byte @Nullable [] card) {
    if (card != null) {
      cards.put(key, card);
    }
    return cards;
  }

  private List<Seen> seen(List<String> nodes, List<Duration> left, Map<String, byte[]> cards) {
    List<Seen> seen = new ArrayList<>();
    for (int at = 0; at < nodes.size(); at++) {
      byte[] card = cards.get(namespace.card(nodes.get(at)).key());
      if (card != null) {
        seen.add(new Seen(nodes.get(at), card, left.get(at)));
      }
    }
    seen.sort(Comparator.comparing(Seen::node));
    return seen;
  }
}
