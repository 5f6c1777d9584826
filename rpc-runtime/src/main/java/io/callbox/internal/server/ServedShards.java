package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.concurrent.Countdown;
import io.callbox.internal.lease.HeldRequests;
import io.callbox.internal.registry.NodeMembership;
import io.callbox.internal.server.ShardStages.Stage;
import io.callbox.internal.server.ShardStages.Step;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.NodeStore.Spread;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides from which shards of its services a server takes, besides their own queues: the shards
 * that callers use, and those in which requests may still wait.
 *
 * <p>The server starts using a shard with a lease, and then takes from it. It leaves a former shard
 * when callers have had time to learn of the change, and the shard is empty: it stops taking, waits
 * until no answer to a take can be under way, and gives the lease back. Callers push to a shard
 * only while a worker has a lease on it, so no request comes after that. One exception is a caller
 * that was frozen in between; the server looks at left shards from time to time, and starts using
 * such a shard again.
 *
 * <p>Safe for use by many threads. Its monitor guards a look: those of the beats race with the
 * first. Waits for the broker for at most some seconds.
 */
final class ServedShards {

  private static final Logger LOG = LoggerFactory.getLogger(ServedShards.class);

  /** The number of leases after which all callers know that a shard is no longer used. */
  private static final int LEASES_TO_HEAR = 10;

  private static final int BEATS_TO_A_SEARCH = 5;

  private final Transport transport;
  private final ServerSettings settings;
  private final NodeMembership membership;
  private final QueueConsumer consumer;
  private final HeldRequests heldRequests;
  private final List<String> services;
  private final List<QueueName> always;
  private final ShardStages stages;
  private volatile List<QueueName> held;
  private volatile boolean closed;

  @GuardedBy("this")
  private int beats;

  /** The next look begins with this shard. */
  @GuardedBy("this")
  private int first;

  /**
   * Creates it without shards.
   *
   * @param settings contain the worker that takes, and the duration of a lease
   * @param membership knows the shards of services, and renews leases
   * @param heldRequests the requests that the server knows it holds
   * @param services the served services
   * @param always the queues from which the server always takes
   */
  ServedShards(
      Transport transport,
      ServerSettings settings,
      NodeMembership membership,
      QueueConsumer consumer,
      HeldRequests heldRequests,
      Collection<String> services,
      List<QueueName> always) {
    this.transport = transport;
    this.settings = settings;
    this.membership = membership;
    this.consumer = consumer;
    this.heldRequests = heldRequests;
    this.services = List.copyOf(services);
    this.always = List.copyOf(always);
    this.stages = new ShardStages(transport.clock());
    this.held = this.always;
  }

  /** Returns the queues on which the server has leases, including its shards. */
  List<QueueName> held() {
    return held;
  }

  /**
   * Starts using shards and leaves them when it is time. Call it with each heartbeat. A shard whose
   * master is away, and the rest if masters do not answer for long, is left to the next heartbeat.
   */
  synchronized void look() {
    boolean search = beats++ % BEATS_TO_A_SEARCH == 0;
    List<ShardLook> looks = ShardLook.all(services, membership.spread());
    Countdown bound = Countdown.of(BrokerRequests.BOUND);
    for (int turn = 0; turn < looks.size() && !closed; turn++) {
      int at = (first + turn) % looks.size();
      if (!looked(looks.get(at), search) && bound.left().isZero()) {
        first = at + 1;
        return;
      }
    }
  }

  /** Looks at a shard. Returns whether its master has answered. */
  private boolean looked(ShardLook look, boolean search) {
    try {
      look(look, search);
      return true;
    } catch (RpcException unavailable) {
      LOG.debug("{} is looked at later: {}", look.shard(), unavailable.getMessage());
      return false;
    }
  }

  private void look(ShardLook look, boolean search) {
    Stage stage = stages.get(look.shard());
    boolean denied = stage != null && stage.step() == Step.DENIED;
    if (stage == null || (denied && search)) {
      takeUp(look.shard());
    } else if (!denied && look.number() < look.spread().shards()) {
      keep(look.shard(), stage);
    } else {
      leave(look.shard(), stage, look.spread(), search);
    }
  }

  private void keep(QueueName shard, Stage stage) {
    if (stage.step() != Step.TAKEN) {
      takeUp(shard);
    }
  }

  private void leave(QueueName shard, Stage stage, Spread spread, boolean search) {
    switch (stage.step()) {
      case TAKEN -> {
        if (haveAllHeard(spread) && isEmpty(shard)) {
          stages.move(shard, Step.ENDING);
          serve();
        }
      }
      case ENDING -> {
        if (!isEmpty(shard)) {
          takeUp(shard);
        } else if (isOver(stage) && isNothingHeld(shard)) {
          await(() -> membership.heartbeat().release(shard));
          stages.move(shard, Step.LEFT);
          serve();
          LOG.info("{} is left: it is no shard any longer", shard);
        }
      }
      case LEFT -> {
        if (search && (!isEmpty(shard) || !await(() -> leases().ended(shard)).isEmpty())) {
          takeUp(shard);
        }
      }
      case DENIED -> {} // never begun
    }
  }

  /** Takes a lease on the shard, first and separately: a missing right ends no other lease. */
  private void takeUp(QueueName shard) {
    if (closed) {
      return; // callers would push to the shard because of the lease
    }
    try {
      await(() -> membership.heartbeat().take(shard));
      Stage before = stages.get(shard);
      stages.move(shard, Step.TAKEN);
      if (before == null || before.step() != Step.TAKEN) {
        serve();
      }
    } catch (RpcException refused) {
      if (refused.code() != StatusCode.PERMISSION_DENIED) {
        throw refused;
      }
      denied(shard, refused);
    }
  }

  /** Gives back the lease on a denied shard, so that callers do not push there because of it. */
  private void denied(QueueName shard, RpcException refused) {
    Stage before = stages.get(shard);
    if (before == null || before.step() != Step.DENIED) {
      LOG.warn("this node does not take from {}: {}", shard, refused.getMessage());
    }
    stages.move(shard, Step.DENIED);
    membership.heartbeat().release(shard);
  }

  private void serve() {
    consumer.serve(besides(stages.at(Step.TAKEN)));
    held = besides(stages.at(Step.TAKEN, Step.ENDING));
    membership.heartbeat().hold(held);
  }

  private List<QueueName> besides(List<QueueName> shards) {
    List<QueueName> queues = new ArrayList<>(always);
    queues.addAll(shards);
    return List.copyOf(queues);
  }

  private boolean haveAllHeard(Spread spread) {
    return transport.clock().millis() - spread.sinceMillis()
        > settings.lease().multipliedBy(LEASES_TO_HEAR).toMillis();
  }

  private boolean isOver(Stage stage) {
    return transport.clock().nanoTime() - stage.sinceNanos() > HeldRequests.LONGEST_TAKE.toNanos();
  }

  private boolean isEmpty(QueueName shard) {
    return await(() -> transport.backlog(shard)).length() == 0;
  }

  private boolean isNothingHeld(QueueName shard) {
    return !heldRequests.areAnyOf(shard)
        && await(() -> leases().held(shard, settings.worker(), 0)).isEmpty();
  }

  private LeaseStore leases() {
    return transport.leases();
  }

  private static <T extends @Nullable Object> T await(Supplier<CompletionStage<T>> request) {
    return BrokerRequests.await(request, BrokerRequests.BOUND, "no word of a shard");
  }

  /** Stops all changes. */
  void close() {
    closed = true;
  }
}
