package io.callbox.testkit.example;

import io.callbox.testkit.Nodes;
import io.callbox.testkit.history.Linearizability;
import io.callbox.testkit.history.Operations;
import io.callbox.testkit.history.SequentialModel;
import io.callbox.testkit.history.SequentialModel.Step;
import io.callbox.testkit.network.Faults;
import io.callbox.testkit.network.SimulatedNetwork;
import io.callbox.testkit.service.Counters;
import io.callbox.testkit.service.CountersAsyncStub;
import io.callbox.testkit.service.CountersSkeleton;
import io.callbox.testkit.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LinearizableExampleTest {

  private static final SequentialModel<Integer, Integer, Integer> COUNTER =
      (sum, amount) -> new Step<>(sum + amount, sum + amount);

  private final Map<String, Integer> sums = new ConcurrentHashMap<>();

  @Test
  void counterIsLinearizable() {
    SimulatedNetwork network = SimulatedNetwork.inMemory(new VirtualClock(), 42);
    network.faults(Faults.LABRPC_UNRELIABLE);
    Operations<Integer, Integer> operations = new Operations<>();
    try (Nodes nodes = network.nodes()) {
      nodes.start("b", new CountersSkeleton(counters()));
      CountersAsyncStub counter = new CountersAsyncStub(nodes.channelToAny());
      List<CompletableFuture<Integer>> calls = new ArrayList<>();
      for (int number = 1; number <= 10; number++) {
        int amount = number;
        calls.add(operations.call(amount, () -> counter.add("sheep", amount)));
      }
      calls.forEach(network::await);
    }
    Linearizability.of(0, COUNTER).check(operations);
  }

  private Counters counters() {
    return new Counters() {
      @Override
      public int add(String name, int amount) {
        return sums.merge(name, amount, Integer::sum);
      }

      @Override
      public int get(String name) {
        return sums.getOrDefault(name, 0);
      }
    };
  }
}
