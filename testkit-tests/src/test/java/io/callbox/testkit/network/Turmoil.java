package io.callbox.testkit.network;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.Ledger;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * Three nodes to which a seed does all that a network can do to nodes, while one thread has many
 * calls under way: what came of it is the same for the same seed.
 */
final class Turmoil implements AutoCloseable {

  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final int STEPS = 40;

  /** By then a call is over, and whoever serves it done: a node is then closed without waiting. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network;
  private final Nodes nodes;
  private final List<RpcNode> running = new ArrayList<>();
  private final SplittableRandom random;
  private final List<CompletableFuture<Integer>> calls = new ArrayList<>();
  private final List<String> story = new ArrayList<>();

  private Turmoil(long seed) {
    random = new SplittableRandom(seed);
    network = SimulatedNetwork.inLockstep(clock, seed);
    network.faults(Faults.LABRPC_UNRELIABLE);
    nodes = network.nodes();
    NAMES.forEach(name -> running.add(start(name)));
  }

  /** What a seed leads to: all that happened on the network, then all that callers heard. */
  static List<String> story(long seed) {
    try (Turmoil turmoil = new Turmoil(seed)) {
      for (int step = 0; step < STEPS; step++) {
        turmoil.step(step);
      }
      turmoil.network.heal();
      NAMES.forEach(name -> turmoil.network.enable(name, true));
      for (int index = 0; index < turmoil.calls.size(); index++) {
        turmoil.hear(index);
      }
      turmoil.clock.advance(LONGEST);
      turmoil.story.addAll(0, turmoil.network.trace());
      return turmoil.story;
    }
  }

  private RpcNode start(String name) {
    return nodes.start(
        name,
        builder -> builder.concurrency(4).lease(Duration.ofSeconds(3)),
        new LedgerSkeleton(new Slow()));
  }

  private void step(int number) {
    int dice = random.nextInt(20);
    if (dice < 12) {
      call(number);
    } else if (dice < 14) {
      call(number);
      hear(random.nextInt(calls.size()));
    } else if (dice < 16) {
      network.disconnect(anyName(), anyName());
    } else if (dice == 16) {
      network.heal();
    } else if (dice == 17) {
      clock.advance(Duration.ofMillis(random.nextInt(5_000)));
    } else if (dice == 18) {
      network.enable(anyName(), random.nextBoolean());
    } else {
      restart(random.nextInt(NAMES.size()));
    }
  }

  private void call(int number) {
    RpcNode caller = running.get(random.nextInt(NAMES.size()));
    RpcChannel channel = random.nextBoolean() ? caller.channelToAny() : caller.channelTo(anyName());
    Duration timeout = Duration.ofMillis(20 + random.nextInt(random.nextBoolean() ? 60 : 9_000));
    LedgerAsyncStub ledger = new LedgerAsyncStub(channel).withTimeout(timeout);
    calls.add(random.nextBoolean() ? ledger.enter(number) : ledger.look(number));
  }

  private void hear(int index) {
    CompletableFuture<Integer> call = calls.get(index);
    network.await(call);
    String outcome;
    try {
      outcome = "result " + call.join();
    } catch (CompletionException failure) {
      outcome =
          failure.getCause() instanceof RpcException refused
              ? refused.code() + ", executed " + refused.executed()
              : failure.toString();
    }
    story.add("at " + clock.elapsed() + " call " + index + " had " + outcome);
  }

  private void restart(int index) {
    network.delete(NAMES.get(index));
    clock.advance(LONGEST.plusMillis(random.nextInt(8_000)));
    nodes.stop(running.get(index));
    running.set(index, start(NAMES.get(index)));
  }

  private String anyName() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  @Override
  public void close() {
    nodes.close();
  }

  /** Takes its time, in virtual time, for some numbers. */
  private final class Slow implements Ledger {

    @Override
    public int enter(int number) {
      try {
        if (number % 3 == 0) {
          clock.await(new CountDownLatch(1), Duration.ofMillis(10L * number));
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return number;
    }

    @Override
    public int look(int number) {
      return enter(number);
    }

    @Override
    public void log(String line) {}
  }
}
