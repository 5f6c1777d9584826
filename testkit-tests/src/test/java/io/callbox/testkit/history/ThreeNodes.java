package io.callbox.testkit.history;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
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
import java.util.concurrent.CountDownLatch;

/**
 * Three nodes that all call and all serve, on a faulty network in lockstep, for one history. In
 * some a node is deleted, in mid-call if it has one, and starts anew.
 */
final class ThreeNodes implements AutoCloseable {

  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final int CALLS = 24;
  private static final int DEATHS_ONE_IN = 20;

  /** By when all calls have been taken that are not lost. */
  private static final int LIVELY_MILLIS = 40;

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network;
  private final Nodes nodes;
  private final RpcNode[] callers = new RpcNode[NAMES.size()];
  private final SplittableRandom random;
  private final History history = new History();

  /** Whether the service is spread over several queues, ever others. */
  private final boolean spread;

  private ThreeNodes(Faults faults, long seed, boolean spread) {
    this.spread = spread;
    random = new SplittableRandom(seed);
    network = SimulatedNetwork.inLockstep(clock, seed);
    network.faults(faults);
    nodes = network.nodes();
    for (int index = 0; index < callers.length; index++) {
      start(index);
    }
  }

  /** The history of a seed, of which all promises are checked. */
  static void run(Faults faults, long seed) {
    run(faults, seed, false);
  }

  /** The same of one in which the service is spread over several queues, ever others. */
  static void runSpread(Faults faults, long seed) {
    run(faults, seed, true);
  }

  private static void run(Faults faults, long seed, boolean spread) {
    try (ThreeNodes history = new ThreeNodes(faults, seed, spread)) {
      history.run();
    }
  }

  private void start(int index) {
    callers[index] =
        nodes.start(
            NAMES.get(index),
            builder -> builder.concurrency(8),
            new LedgerSkeleton(new Recorded()));
  }

  private void run() {
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    boolean death = random.nextInt(spread ? 2 : DEATHS_ONE_IN) == 0;
    int dying = random.nextInt(callers.length);
    if (death) {
      Duration life = Duration.ofMillis(random.nextInt(LIVELY_MILLIS));
      clock.after(life, () -> network.delete(NAMES.get(dying)));
    }
    if (spread) {
      spread();
      clock.advance(Duration.ofSeconds(random.nextInt(4))); // some nodes have heard of it
    }
    for (int number = 0; number < CALLS; number++) {
      if (spread && random.nextInt(8) == 0) {
        spread();
      }
      calls.add(call(number));
    }
    calls.forEach(network::await);
    network.faults(Faults.NONE);
    settle();
    if (death) {
      nodes.stop(callers[dying]);
      start(dying);
    }
    check();
  }

  private void spread() {
    RpcNode anyone = callers[random.nextInt(callers.length)];
    try {
      anyone.shards("Ledger", 1 + random.nextInt(4));
    } catch (RpcException deleted) {
      return; // its setting is lost with it
    }
  }

  private CompletableFuture<Integer> call(int number) {
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

  List<String> story() {
    List<String> story = new ArrayList<>(network.trace());
    history
        .calls()
        .forEach(call -> story.add(call.toString().replaceAll("failure=.*?(?:]|$)", "")));
    history
        .calls()
        .forEach(
            call -> story.add(call.key() + call.outcomes().stream().map(String::valueOf).toList()));
    return story;
  }

  @Override
  public void close() {
    nodes.close();
  }

  private final class Recorded implements Ledger {

    @Override
    public int enter(int number) {
      history.ran("enter " + number);
      return slowly(number);
    }

    @Override
    public int look(int number) {
      history.ran("look " + number);
      return slowly(number);
    }

    @Override
    public void log(String line) {}

    /** Some calls take their time, in which their node may die. */
    private int slowly(int number) {
      try {
        if (number % 4 == 0) {
          clock.await(new CountDownLatch(1), Duration.ofMillis(5));
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return number;
    }
  }
}
