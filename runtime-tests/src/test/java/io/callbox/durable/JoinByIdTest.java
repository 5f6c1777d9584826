package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcChannel;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.history.Linearizability;
import io.callbox.testkit.history.Operations;
import io.callbox.testkit.history.Seeds;
import io.callbox.testkit.history.SequentialModel.Step;
import io.callbox.testkit.network.SimulatedNetwork;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An id stands for one call, whoever submits it, in virtual time. */
@Timeout(120)
final class JoinByIdTest {

  private static final int SEEDS = Integer.getInteger("callbox.testkit.runs", 60);
  private static final int CLIENTS = 4;
  private static final int CALLS = 4;
  private static final int DEATHS_ONE_IN = 4;

  /** The first call of an id decides what all of them answer. */
  private static final Linearizability<Integer, Ask, Integer> FIRST_WINS =
      Linearizability.<Integer, Ask, Integer>of(
              0,
              (first, ask) ->
                  first == 0 ? new Step<>(ask.value, ask.value) : new Step<>(first, first))
          .byKey(Ask::id);

  /** A submission under an id. */
  private record Ask(String id, int value) {}

  @Test
  void callsOfOneIdAnswerAsTheFirstOfThemOnANetworkWhoseNodesDie() {
    Seeds.from(1, SEEDS).inParallel(4).runWith(Clients::new);
  }

  @Test
  void scheduledCallRunsWhenItsTimeHasComeOnAVirtualClock() {
    VirtualClock clock = new VirtualClock();
    try (Nodes nodes = Nodes.inMemory(clock)) {
      Jobs.Stub jobs = new Jobs.Stub(nodes.serving(new Jobs.Skeleton(JoinByIdTest::twice)));
      CallHandle<Integer> call = jobs.after(Duration.ofMinutes(10)).once(4, 0);
      CompletableFuture<Integer> result = call.result();
      clock.advance(Duration.ofMinutes(9));
      assertFalse(result.isDone());
      assertEquals(State.SCHEDULED, call.status().state());
      clock.advance(Duration.ofMinutes(2));
      assertEquals(8, result.join());
    }
  }

  private static int twice(String method, int number, int millis) {
    return 2 * number;
  }

  /** Clients of one network, on which now and then a worker dies in the middle. */
  private static final class Clients implements Seeds.Worker {

    private final SimulatedNetwork network = SimulatedNetwork.inMemory(new VirtualClock(), 0);
    private final Nodes nodes = network.nodes();
    private final RpcChannel channel;
    private RpcNode mortal;

    Clients() {
      this.mortal = start("mortal");
      start("immortal");
      this.channel = nodes.start("client").channelToAny();
    }

    private RpcNode start(String server) {
      return nodes.start(
          server,
          builder -> builder.concurrency(4).lease(Duration.ofSeconds(3)),
          new Jobs.Skeleton((method, number, millis) -> number));
    }

    @Override
    public void run(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      network.seed(seed);
      Operations<Ask, Integer> operations = new Operations<>();
      List<CompletableFuture<?>> clients = new ArrayList<>();
      for (int client = 1; client <= CLIENTS; client++) {
        clients.add(client("of-" + seed + '-', 100 * client, random.split(), operations, CALLS));
      }
      boolean death = random.nextInt(DEATHS_ONE_IN) == 0;
      if (death) {
        network.delete("mortal");
      }
      clients.forEach(network::await);
      if (death) {
        nodes.stop(mortal);
        mortal = start("mortal");
      }
      FIRST_WINS.check(operations);
    }

    private CompletableFuture<?> client(
        String prefix,
        int value,
        SplittableRandom random,
        Operations<Ask, Integer> operations,
        int calls) {
      if (calls == 0) {
        return CompletableFuture.completedFuture("done");
      }
      Ask ask = new Ask(prefix + random.nextInt(3), value + calls);
      Duration delay = Duration.ofMillis(random.nextInt(3) * 40L);
      Jobs.Stub jobs = new Jobs.Stub(channel).withId(ask.id).after(delay);
      return operations
          .call(ask, () -> jobs.again(ask.value, 0).result())
          .handle((done, failure) -> client(prefix, value, random, operations, calls - 1))
          .thenCompose(Function.identity());
    }

    @Override
    public void close() {
      nodes.close();
    }
  }
}
