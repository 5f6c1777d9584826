package io.callbox.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.testing.Talk;
import io.callbox.testkit.network.SimulatedNetwork;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.RecordingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Nodes come and go, in good order and as crashes have it; the views of those who stay are right.
 * Most that crash are cut off, which is all that others see of a crash; some are processes, and
 * killed.
 */
@Timeout(180)
@Tag("drill")
final class ChurnTest {

  private static final int STARTS = 200;
  private static final int MOST_AT_ONCE = 12;

  /** One in so many is a process. */
  private static final int STARTS_TO_A_PROCESS = 20;

  private static final Duration LEASE = Duration.ofSeconds(1);

  private final Random random = new Random(6);
  private final Map<String, Guest> here = new LinkedHashMap<>();
  private final ExecutorService closing = Executors.newFixedThreadPool(16);
  private final List<RedissonTransport> transports = new ArrayList<>();
  private final List<SimulatedNetwork> networks = new ArrayList<>();
  private final List<NodeProcess> processes = new ArrayList<>();
  private final List<RpcNode> staying = new ArrayList<>();
  private final List<RecordingListener> heard = new ArrayList<>();
  private RedisServer redis;

  /** How a node ends that has come. */
  private record Guest(boolean serves, Runnable closing, Runnable crash) {}

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    for (int each = 0; each < 3; each++) {
      transports.add(RedissonTransport.connect(redis.uri()));
      networks.add(SimulatedNetwork.over(transports.get(each), 6));
      RpcNode node = describe("staying-" + each, each == 0).transport(transports.get(each)).start();
      staying.add(node);
      heard.add(new RecordingListener());
      node.registry().listen(heard.get(each));
    }
  }

  @AfterEach
  void stop() {
    closing.shutdownNow();
    processes.forEach(NodeProcess::close);
    transports.forEach(RedissonTransport::close);
    redis.close();
  }

  static RpcNodeBuilder describe(String id, boolean serves) {
    RpcNodeBuilder builder = RpcNode.builder(id).lease(LEASE).concurrency(1);
    return serves ? builder.register(new Talk.Skeleton(line -> line)) : builder;
  }

  @Test
  void viewsAreRightAfterManyStartsStopsAndKills() throws Exception {
    for (int started = 0; started < STARTS; started++) {
      while (here.size() >= 1 + random.nextInt(MOST_AT_ONCE)) {
        end(random.nextBoolean());
      }
      String id = "guest-" + started;
      here.put(
          id, started % STARTS_TO_A_PROCESS == 0 ? process(id) : guest(id, random.nextBoolean()));
    }
    awaitRightViews();
    for (int guest = here.size(); guest > 0; guest--) {
      end(guest % 2 == 0);
    }
    awaitRightViews();
    awaitNothingLeft();
  }

  private Guest guest(String id, boolean serves) {
    SimulatedNetwork network = networks.get(random.nextInt(networks.size()));
    RpcNode node = describe(id, serves).transport(network.transport(id)).start();
    return new Guest(serves, node::close, () -> network.delete(id));
  }

  private Guest process(String id) {
    NodeProcess process = TalkProcess.start(redis, id);
    processes.add(process);
    return new Guest(true, process::kill, process::kill);
  }

  /** A node that is closed waits for its last take, which would take a while for each. */
  private void end(boolean crash) {
    String id = new ArrayList<>(here.keySet()).get(random.nextInt(here.size()));
    Guest guest = Objects.requireNonNull(here.remove(id));
    if (crash) {
      guest.crash.run();
    }
    closing.execute(guest.closing);
  }

  private void awaitRightViews() {
    Set<String> all = new TreeSet<>(here.keySet());
    Set<String> providers = new TreeSet<>(Set.of("staying-0"));
    staying.forEach(node -> all.add(node.id()));
    here.forEach((id, guest) -> providers.addAll(guest.serves ? Set.of(id) : Set.of()));
    for (RpcNode node : staying) {
      Await.until("right list", () -> ids(node.registry().nodes()).equals(all));
      assertEquals(providers, ids(node.registry().providersOf("Talk")));
    }
    for (RecordingListener view : heard) {
      Await.until("right view", () -> view.here().equals(all));
      assertTrue(view.news().stream().noneMatch(line -> line.contains(":")), view.news()::toString);
    }
  }

  private static Set<String> ids(List<NodeInfo> nodes) {
    return new TreeSet<>(nodes.stream().map(NodeInfo::id).toList());
  }

  private void awaitNothingLeft() throws Exception {
    closing.shutdown();
    assertTrue(closing.awaitTermination(30, TimeUnit.SECONDS));
    try (RedisCommands commands = RedisCommands.to(redis.port())) {
      Await.until(
          "the dead are forgotten",
          () ->
              commands.number("ZCARD", "registry:nodes") == staying.size()
                  && commands.number("ZCARD", "{services:Talk}:providers") == 1);
      staying.forEach(RpcNode::close);
      try {
        Await.until("no key is left", () -> commands.texts("KEYS", "*").isEmpty());
      } catch (AssertionError left) {
        throw new AssertionError(commands.texts("KEYS", "*") + " is left", left);
      }
    }
  }
}
