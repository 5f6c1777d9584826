package io.callbox.transport.memory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.NodeStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a namespace in memory. Its monitor guards them, so each step is atomic: the nodes of
 * a process race to read and write them.
 */
final class MemoryNodeStore implements NodeStore {

  private final BrokerClock clock;

  @GuardedBy("this")
  private final Map<String, Place> places = new TreeMap<>();

  @GuardedBy("this")
  private final Map<String, byte[]> paused = new TreeMap<>();

  @GuardedBy("this")
  private final Map<String, Spread> spreads = new TreeMap<>();

  MemoryNodeStore(BrokerClock clock) {
    this.clock = clock;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Place(byte[] card, long end) {}

  @Override
  public synchronized CompletionStage<JoinResult> join(Claim claim) {
    Place up = places.get(claim.node());
    Competitor rival = up == null || lateBy(up) > 0 ? null : rival(claim, up);
    boolean fresh = up == null || lateBy(up) > 0;
    if (rival == null) {
      places.put(claim.node(), new Place(claim.card(), clock.millis() + claim.lease().toMillis()));
    }
    return CompletableFuture.completedFuture(
        new JoinResult(
            claim.shared() ? null : rival, fresh, gone(), Map.copyOf(paused), Map.copyOf(spreads)));
  }

  /**
   * Returns the rival of a claim. In this process, no node dies without the end of its lease, so a
   * node with a valid card is alive.
   */
  private @Nullable Competitor rival(Claim claim, Place up) {
    return Arrays.equals(up.card, claim.card())
        ? null
        : new Competitor(up.card, Duration.ofMillis(-lateBy(up)), true);
  }

  @GuardedBy("this")
  private List<Gone> gone() {
    List<Gone> gone = new ArrayList<>();
    places.forEach(
        (node, place) -> {
          if (lateBy(place) > 0) {
            gone.add(new Gone(node, Duration.ofMillis(lateBy(place))));
          }
        });
    return gone;
  }

  @Override
  public synchronized CompletionStage<@Nullable Void> leave(Claim claim) {
    Place up = places.get(claim.node());
    if (up != null && Arrays.equals(up.card, claim.card())) {
      places.remove(claim.node());
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<List<Seen>> look() {
    List<Seen> seen = new ArrayList<>();
    places.forEach(
        (node, place) -> {
          if (lateBy(place) <= 0) {
            seen.add(new Seen(node, place.card, Duration.ofMillis(-lateBy(place))));
          }
        });
    return CompletableFuture.completedFuture(seen);
  }

  @Override
  public CompletionStage<List<Seen>> look(Collection<String> nodes) {
    return look()
        .thenApply(all -> all.stream().filter(seen -> nodes.contains(seen.node())).toList());
  }

  @Override
  public synchronized CompletionStage<Census> census() {
    List<Long> left = places.values().stream().map(place -> -lateBy(place)).sorted().toList();
    List<Long> there = left.stream().filter(millis -> millis >= 0).toList();
    Duration next = there.isEmpty() ? null : Duration.ofMillis(there.get(0));
    return CompletableFuture.completedFuture(
        new Census(there.size(), next, gone().stream().map(Gone::node).toList()));
  }

  @Override
  public synchronized CompletionStage<Boolean> forget(String node) {
    Place place = places.get(node);
    boolean late = place != null && lateBy(place) > 0;
    if (late) {
      places.remove(node);
    }
    return CompletableFuture.completedFuture(late);
  }

  @Override
  public synchronized CompletionStage<Map<String, byte[]>> paused() {
    return CompletableFuture.completedFuture(Map.copyOf(paused));
  }

  @Override
  public synchronized CompletionStage<@Nullable Void> pause(String service, byte[] how) {
    paused.put(service, how);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<Boolean> resume(String service) {
    return CompletableFuture.completedFuture(paused.remove(service) != null);
  }

  @Override
  public synchronized CompletionStage<Map<String, Spread>> spreads() {
    return CompletableFuture.completedFuture(Map.copyOf(spreads));
  }

  @Override
  public synchronized CompletionStage<Spread> spread(String service, int shards) {
    Spread before = spreads.get(service);
    int most = before == null ? shards : Math.max(shards, before.most());
    Spread now = Spread.of(shards, most, clock.millis());
    spreads.put(service, now);
    return CompletableFuture.completedFuture(now);
  }

  private long lateBy(Place place) {
    return clock.millis() - place.end;
  }
}
