package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.registry.PauseMode;
import io.callbox.rpc.CallHandle;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Transport;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Durable calls that wait while the number of queues of their service changes. */
@Timeout(120)
final class SpreadJobsTest {

  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final Duration LEASE = Duration.ofMillis(600);
  private static final String NAMESPACE = "spread";
  private static final int CALLS = 20;

  @RegisterExtension private final Kept kept = new Kept();
  private final ConcurrentMap<Integer, Integer> runs = new ConcurrentHashMap<>();
  private Transport transport;

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callsOfAPausedServiceRunOnceWhateverTheNumberOfItsShardsWasMeanwhile(Broker broker) {
    transport = kept.keep(broker.connect());
    RpcNode client = kept.keep(node("client").start());
    Jobs.Stub jobs = new Jobs.Stub(client.channelToAny());
    RpcNode first = worker("first");
    client.pause("Jobs", PauseMode.WAIT);
    assertEquals(1, first.pausedServices().size(), "it knows");
    List<CallHandle<Integer>> calls = new ArrayList<>();
    int number = 0;
    for (int shards : new int[] {4, 2, 6, 1}) {
      client.shards("Jobs", shards);
      for (int call = 0; call < CALLS; call++) {
        Jobs.Stub called = call % 2 == 0 ? jobs : jobs.after(Duration.ofMillis(1));
        calls.add(called.once(number++, 0));
      }
      worker("with-" + shards);
    }
    assertEquals(Map.of(), runs, "the service is paused");
    client.resume("Jobs");
    for (int call = 0; call < calls.size(); call++) {
      assertEquals(2 * call, calls.get(call).await(WAIT));
    }
    assertEquals(
        IntStream.range(0, number).boxed().collect(Collectors.toMap(each -> each, each -> 1)),
        runs);
    Await.until("nothing is left", () -> client.queue("Jobs").length() == 0);
  }

  private RpcNode worker(String id) {
    return kept.keep(
        node(id).register(new Jobs.Skeleton((method, number, millis) -> run(number))).start());
  }

  private RpcNodeBuilder node(String id) {
    return RpcNode.builder(id).transport(transport).namespace(NAMESPACE).lease(LEASE);
  }

  private int run(int number) {
    runs.merge(number, 1, Integer::sum);
    return 2 * number;
  }
}
