package io.callbox.testkit.history;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.history.SequentialModel.Step;
import io.callbox.testkit.network.Faults;
import io.callbox.testkit.network.SimulatedNetwork;
import io.callbox.testkit.service.Counters;
import io.callbox.testkit.service.CountersAsyncStub;
import io.callbox.testkit.service.CountersSkeleton;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Clients that each make one call after the other, to counters which two nodes serve on a faulty
 * network. Now and then one of the two is deleted in mid-call, and starts anew. Each run has
 * counters of its own, for calls of the one before may be late.
 */
final class CountingClients implements Seeds.Worker {

  private static final int CLIENTS = 4;
  private static final int CALLS = 6;
  private static final int DEATHS_ONE_IN = 10;

  private static final Linearizability<Integer, Ask, Integer> COUNTER =
      Linearizability.<Integer, Ask, Integer>of(
              0, (sum, ask) -> new Step<>(sum + ask.amount, sum + ask.amount))
          .byKey(Ask::name);

  private final SimulatedNetwork network = SimulatedNetwork.inMemory(new VirtualClock(), 0);
  private final Nodes nodes = network.nodes();
  private final Faults faults;
  private final RpcChannel channel;
  private final Map<String, Integer> counters = new ConcurrentHashMap<>();
  private RpcNode mortal;

  CountingClients(Faults faults) {
    this.faults = faults;
    this.mortal = start("mortal");
    start("immortal");
    this.channel = nodes.start("client").channelToAny();
  }

  /** What is asked of a counter: to add something, or nothing. */
  private record Ask(String name, int amount) {}

  private RpcNode start(String server) {
    return nodes.start(
        server,
        builder -> builder.concurrency(8).lease(Duration.ofSeconds(3)),
        new CountersSkeleton(new Shared()));
  }

  @Override
  public void run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    network.seed(seed);
    network.faults(faults);
    Operations<Ask, Integer> operations = new Operations<>();
    List<CompletableFuture<?>> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(client("of-" + seed + "-", random.split(), operations, CALLS));
    }
    boolean death = random.nextInt(DEATHS_ONE_IN) == 0;
    if (death) {
      network.delete("mortal");
    }
    clients.forEach(network::await);
    network.faults(Faults.NONE);
    if (death) {
      nodes.stop(mortal);
      mortal = start("mortal");
    }
    COUNTER.check(operations);
  }

  /** The next call is made when the one before has ended, however it did. */
  private CompletableFuture<?> client(
      String prefix, SplittableRandom random, Operations<Ask, Integer> operations, int calls) {
    if (calls == 0) {
      return CompletableFuture.completedFuture("done");
    }
    CountersAsyncStub stub = new CountersAsyncStub(channel).withTimeout(Duration.ofSeconds(10));
    Ask ask = new Ask(prefix + random.nextInt(2), random.nextInt(3));
    CompletableFuture<Integer> call =
        operations.call(
            ask, () -> ask.amount == 0 ? stub.get(ask.name) : stub.add(ask.name, ask.amount));
    return call.handle((sum, failure) -> client(prefix, random, operations, calls - 1))
        .thenCompose(Function.identity());
  }

  @Override
  public void close() {
    nodes.close();
  }

  private final class Shared implements Counters {

    @Override
    public int add(String name, int amount) {
      return counters.merge(name, amount, Integer::sum);
    }

    @Override
    public int get(String name) {
      return counters.getOrDefault(name, 0);
    }
  }
}
