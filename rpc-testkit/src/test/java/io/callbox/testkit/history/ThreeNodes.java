package io.callbox.testkit.history;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.network.Faults;
import io.callbox.testkit.network.SimulatedNetwork;
import io.callbox.testkit.service.Ledger;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * Three nodes that all call and all serve, on a faulty network in virtual time. Runs one history
 * after the other; now and then a node is deleted in mid-call, and starts anew.
 */
final class ThreeNodes implements Seeds.Worker {

  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final int CALLS = 24;
  private static final int DEATHS_ONE_IN = 20;

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network = SimulatedNetwork.inMemory(clock, 0);
  private final Nodes nodes = network.nodes();
  private final RpcNode[] callers = new RpcNode[NAMES.size()];
  private final Faults faults;
  private volatile History history = new History();

  ThreeNodes(Faults faults) {
    this.faults = faults;
    for (int index = 0; index < callers.length; index++) {
      start(index);
    }
  }

  private void start(int index) {
    callers[index] =
        nodes.start(
            NAMES.get(index),
            builder -> builder.concurrency(8).lease(Duration.ofSeconds(3)),
            new LedgerSkeleton(new Recorded()));
  }

  @Override
  public void run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    history = new History();
    network.seed(seed);
    network.faults(faults);
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    int deathAfter = random.nextInt(DEATHS_ONE_IN) == 0 ? random.nextInt(CALLS) : CALLS;
    int dying = random.nextInt(callers.length);
    for (int number = 0; number < CALLS; number++) {
      calls.add(call(random, number));
      if (number == deathAfter) {
        network.delete(NAMES.get(dying));
      }
    }
    calls.forEach(network::await);
    network.faults(Faults.NONE);
    settle();
    if (deathAfter < CALLS) {
      nodes.stop(callers[dying]);
      start(dying);
    }
    check();
  }

  private CompletableFuture<Integer> call(SplittableRandom random, int number) {
    RpcNode caller = callers[random.nextInt(callers.length)];
    RpcChannel channel =
        random.nextBoolean()
            ? caller.channelToAny()
            : caller.channelTo(NAMES.get(random.nextInt(callers.length)));
    LedgerAsyncStub ledger = new LedgerAsyncStub(channel).withTimeout(Duration.ofSeconds(10));
    return random.nextBoolean()
        ? history.call("enter " + number, () -> ledger.enter(number))
        : history.call("look " + number, () -> ledger.look(number));
  }

  /** What is late or left over must not run after all, either. */
  private void settle() {
    CompletableFuture<Object> later = new CompletableFuture<>();
    clock.after(Duration.ofSeconds(12), () -> later.complete(true));
    network.await(later);
  }

  private void check() {
    new Promises(history)
        .answeredExactlyOnce()
        .executedAtLeastOnce()
        .executedAtMostOnce(call -> call.key().startsWith("enter"))
        .executedAsSaid()
        .resultsAre(key -> Integer.valueOf(key.substring(key.indexOf(' ') + 1)))
        .check();
  }

  @Override
  public void close() {
    nodes.close();
  }

  private final class Recorded implements Ledger {

    @Override
    public int enter(int number) {
      history.ran("enter " + number);
      return number;
    }

    @Override
    public int look(int number) {
      history.ran("look " + number);
      return number;
    }

    @Override
    public void log(String line) {}
  }
}
