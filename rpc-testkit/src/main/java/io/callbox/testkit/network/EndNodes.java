package io.callbox.testkit.network;

import io.callbox.transport.NodeStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The registry of a namespace as one node reaches it. */
final class EndNodes implements NodeStore {

  private final NodeStore broker;
  private final EndTransport transport;

  EndNodes(NodeStore broker, EndTransport transport) {
    this.broker = broker;
    this.transport = transport;
  }

  /**
   * A node that restarts after a crash need not wait, because the node of the old card is known to
   * be dead.
   */
  @Override
  public CompletionStage<JoinResult> join(Claim claim) {
    return transport.reaching(
        JoinResult.KEPT, () -> broker.join(claim).thenCompose(first -> joinAfter(first, claim)));
  }

  private CompletionStage<JoinResult> joinAfter(JoinResult first, Claim claim) {
    Competitor rival = first.rival();
    if (rival == null || !transport.end.succeedsDeleted()) {
      return CompletableFuture.completedFuture(first);
    }
    return broker
        .leave(new Claim(claim.node(), rival.card(), claim.lease(), false))
        .thenCompose(left -> broker.join(claim));
  }

  @Override
  public CompletionStage<@Nullable Void> leave(Claim claim) {
    return transport.done(() -> broker.leave(claim));
  }

  @Override
  public CompletionStage<List<Seen>> look() {
    return transport.reaching(List.of(), broker::look);
  }

  @Override
  public CompletionStage<List<Seen>> look(Collection<String> nodes) {
    return transport.reaching(List.of(), () -> broker.look(nodes));
  }

  @Override
  public CompletionStage<Census> census() {
    return transport.reaching(new Census(0, null, List.of()), broker::census);
  }

  @Override
  public CompletionStage<Map<String, byte[]>> paused() {
    return transport.reaching(Map.of(), broker::paused);
  }

  @Override
  public CompletionStage<@Nullable Void> pause(String service, byte[] how) {
    return transport.done(() -> broker.pause(service, how));
  }

  @Override
  public CompletionStage<Boolean> resume(String service) {
    return transport.reaching(false, () -> broker.resume(service));
  }

  @Override
  public CompletionStage<Map<String, Spread>> spreads() {
    return transport.reaching(Map.of(), broker::spreads);
  }

  @Override
  public CompletionStage<Spread> spread(String service, int shards) {
    return transport.reaching(Spread.of(shards, shards, 0), () -> broker.spread(service, shards));
  }

  @Override
  public CompletionStage<Boolean> forget(String node) {
    return transport.reaching(false, () -> broker.forget(node));
  }
}
