package io.callbox.registry;

import io.callbox.transport.NodeStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Forwards all calls to another registry; a subclass overrides some of them. */
public class ForwardingNodes implements NodeStore {

  private final NodeStore target;

  public ForwardingNodes(NodeStore target) {
    this.target = target;
  }

  @Override
  public CompletionStage<JoinResult> join(Claim claim) {
    return target.join(claim);
  }

  @Override
  public CompletionStage<@Nullable Void> leave(Claim claim) {
    return target.leave(claim);
  }

  @Override
  public CompletionStage<List<Seen>> look() {
    return target.look();
  }

  @Override
  public CompletionStage<List<Seen>> look(Collection<String> nodes) {
    return target.look(nodes);
  }

  @Override
  public CompletionStage<Census> census() {
    return target.census();
  }

  @Override
  public CompletionStage<Boolean> forget(String node) {
    return target.forget(node);
  }

  @Override
  public CompletionStage<Map<String, byte[]>> paused() {
    return target.paused();
  }

  @Override
  public CompletionStage<@Nullable Void> pause(String service, byte[] how) {
    return target.pause(service, how);
  }

  @Override
  public CompletionStage<Boolean> resume(String service) {
    return target.resume(service);
  }

  @Override
  public CompletionStage<Map<String, Spread>> spreads() {
    return target.spreads();
  }

  @Override
  public CompletionStage<Spread> spread(String service, int shards) {
    return target.spread(service, shards);
  }
}
