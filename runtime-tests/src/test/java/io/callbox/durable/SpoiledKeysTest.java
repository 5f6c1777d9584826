package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.RpcException;
import io.callbox.testing.Count;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody writes something else under each of a system's keys in turn. What is asked meanwhile
 * ends, with a result or an {@link RpcException}; and all is well again once that is gone.
 */
@Timeout(240)
final class SpoiledKeysTest {

  private static final Duration BRIEF = Duration.ofMillis(800);
  private static final String LONG = "{\"jsonrpc\":\"2.0\",\"id\":{}".repeat(50_000);

  @RegisterExtension private final Kept kept = new Kept();
  private final RedisServer redis = kept.keep(RedisServer.start());
  private final RedisCommands commands = kept.keep(RedisCommands.to(redis.port()));
  private final Map<String, Callable<?>> steps = new LinkedHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private RpcNode caller;

  private RpcNodeBuilder node(String id) {
    return RpcNode.builder(id)
        .redis(redis.directUri())
        .timeout(BRIEF)
        .lease(Duration.ofMillis(1_500))
        .drain(Duration.ofMillis(500));
  }

  @BeforeEach
  void start() {
    kept.keep(
        node("worker")
            .register(new Jobs.Skeleton((method, number, millis) -> 2 * number))
            .register(new Count.Skeleton(end -> IntStream.range(0, end).boxed()))
            .start());
    caller = kept.keep(node("caller").start());
    Jobs.Stub jobs = new Jobs.Stub(caller.channelToAny());
    Jobs.Stub inbox = new Jobs.Stub(caller.channelTo("worker"));
    steps.put("call", () -> jobs.plain(2));
    steps.put("call to a node", () -> inbox.plain(2));
    steps.put(
        "durable call", () -> jobs.withId("d" + calls.incrementAndGet()).once(2, 0).await(BRIEF));
    steps.put("later call", () -> jobs.after(Duration.ofMillis(1)).once(2, 0).await(BRIEF));
    steps.put("stream", () -> new Count.Stub(caller.channelToAny()).to(3).toList());
    steps.put("letters", () -> caller.deadLetters("Jobs").list(0, 10));
    steps.put("submitted", () -> caller.submittedCalls("Jobs").list(each -> true, 1));
    steps.put("queue", () -> caller.queue("Jobs"));
    steps.put("held", () -> caller.held("Jobs", 5));
    steps.put("paused", () -> caller.pausedServices());
    steps.put("spread", () -> caller.spreadServices());
    steps.put("nodes", () -> caller.registry().nodes());
    caller.shards("Other", 2);
    Await.until("all is well", () -> failures().isEmpty());
  }

  /** What each step has failed with. */
  private Map<String, Throwable> failures() {
    Map<String, Throwable> failures = new ConcurrentHashMap<>();
    steps.entrySet().parallelStream()
        .forEach(
            step -> {
              try {
                step.getValue().call();
              } catch (Exception | Error failure) {
                failures.put(step.getKey(), failure);
              }
            });
    return failures;
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>(commands.texts("KEYS", "*"));
    keys.addAll(List.of("services:Jobs", "nodes:worker", "{registry:nodes}:paused"));
    keys.addAll(List.of("{services:Jobs}:later", "{services:Jobs}:attempts"));
    return keys;
  }

  @Test
  void systemIsWellAgainOnceWhatIsOfAnotherKindIsGone() {
    for (String key : keys()) {
      boolean isText = redis.command("TYPE", key).equals("string");
      redis.command("DEL", key);
      redis.command(isText ? "RPUSH" : "SET", key, "of another kind");
      assertOnlyRefusals(key);
      redis.command("DEL", key);
      Await.until("all is well without " + key, () -> failures().isEmpty());
    }
  }

  @Test
  void systemIsWellThoughOthersWriteWhatNobodyReads() {
    for (String key : keys()) {
      spoil(key);
      assertOnlyRefusals(key);
      if (!key.contains("nodes:worker")) { // whose own waits, or is refused with its node's lease
        Await.until("all is well with " + key, () -> failures().isEmpty());
      }
      if (key.contains("registry")) {
        node("newcomer").start().close();
      }
      redis.command("DEL", key);
      Await.until("all is well without " + key, () -> failures().isEmpty());
    }
  }

  @Test
  void systemIsWellThoughOthersPublishWhatNobodyReads() {
    List<String> channels = commands.texts("PUBSUB", "CHANNELS");
    assertTrue(channels.size() >= 4, channels::toString);
    for (String channel : channels) {
      for (String odd : List.of("", " ", "\n", "\u0000", "{", "[[]]", "x\n \n\n y", LONG)) {
        assertTrue(Integer.parseInt(redis.command("PUBLISH", channel, odd)) > 0, channel);
      }
      Await.until("all is well with " + channel, () -> failures().isEmpty());
    }
    CallHandle<Integer> call = new Jobs.Stub(caller.channelToAny()).once(2, 0);
    assertEquals(4, call.await(Duration.ofMillis(1_500)), "hints still arrive");
  }

  @Test
  void leasesOnServicesAreRenewedThoughThatOnTheInboxCannotBe() {
    redis.command("SET", "{nodes:worker}:providers", "of another kind");
    double end = leaseEnd();
    Await.until("they are renewed again and again", () -> leaseEnd() > end + 3_000);
    assertEquals(4, new Jobs.Stub(caller.channelToAny()).plain(2));
  }

  private double leaseEnd() {
    List<String> last =
        commands.texts("ZRANGE", "{services:Jobs}:providers", "-1", "-1", "WITHSCORES");
    return Double.parseDouble(last.get(1));
  }

  private void assertOnlyRefusals(String key) {
    List<String> others = new ArrayList<>();
    failures()
        .forEach(
            (step, failure) -> {
              if (!(failure instanceof RpcException)) {
                others.add(step + ": " + failure);
              }
            });
    assertEquals(List.of(), others, key);
    assertTrue(caller.health().alive(), key);
  }

  private void spoil(String key) {
    switch (redis.command("TYPE", key)) {
      case "string" -> redis.command("SET", key, "\u0000{[:;");
      case "zset" -> odd("ZADD", key, "+inf", "a b", "-inf", "", "1e300", LONG, "-1e300", "\u0000");
      case "hash" -> odd("HSET", key, "", "\u0000", "Other", "{[", "state", "odd", LONG, "1e999");
      default -> spoilNew(key);
    }
  }

  private void spoilNew(String key) {
    if (key.endsWith(":later")) {
      odd("ZADD", key, "-inf", LONG, "0", "", "+inf", "x");
    } else if (key.endsWith(":attempts") || key.endsWith(":paused")) {
      odd("HSET", key, "", LONG, "Other", "{[", LONG, "");
    } else {
      odd("RPUSH", key, LONG, "", "[", "\u0000", "[[]]", "\n", "{}");
    }
  }

  private void odd(String... command) {
    redis.command(command);
  }
}
