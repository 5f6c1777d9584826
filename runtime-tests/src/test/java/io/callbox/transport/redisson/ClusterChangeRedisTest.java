package io.callbox.transport.redisson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport.Listening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.Redisson;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;

/** A client that does not know a server for a key, as while a master of a cluster comes back. */
@Timeout(120)
final class ClusterChangeRedisTest {

  private static final QueueName KEY = Namespace.NONE.nodes();

  private static final Pattern MEMBER = Pattern.compile("127\\.0\\.0\\.1:(\\d+)@");

  private RedisCluster cluster;
  private Redisson client;
  private RedissonTransport transport;
  private String slot;

  /** A client that gives a command up at once, so that what follows does not depend on time. */
  @BeforeEach
  void start() {
    cluster = RedisCluster.start("--cluster-require-full-coverage", "no");
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .useClusterServers()
        .setScanInterval(100)
        .setCheckSlotsCoverage(false)
        .setRetryAttempts(0)
        .setReconnectionDelay(new ConstantDelay(Duration.ofMillis(100)))
        .addNodeAddress(
            cluster.ports().stream()
                .map(port -> "redis://127.0.0.1:" + port)
                .toArray(String[]::new));
    client = (Redisson) Redisson.create(config);
    transport = RedissonTransport.of(client);
    slot = cluster.masters().get(0).command("CLUSTER", "KEYSLOT", KEY.key());
  }

  @AfterEach
  void stop() {
    transport.close();
    client.shutdown(0, 2, TimeUnit.SECONDS);
    cluster.close();
  }

  /** No member has the slot, nor knows who has it. */
  private void forget() {
    Matcher member = MEMBER.matcher(cluster.masters().get(0).command("CLUSTER", "NODES"));
    while (member.find()) {
      try (RedisCommands commands = RedisCommands.to(Integer.parseInt(member.group(1)))) {
        commands.call("CLUSTER", "DELSLOTS", slot);
      }
    }
    Await.until("the client knows no server", () -> entry() == null);
  }

  private @Nullable Object entry() {
    return client.getCommandExecutor().getConnectionManager().getEntry(KEY.key());
  }

  private void giveBack() {
    cluster.masters().get(0).command("CLUSTER", "ADDSLOTS", slot);
  }

  @Test
  void scriptWaitsUntilItsServerIsKnown() throws Exception {
    forget();
    CompletableFuture<?> answer = transport.leases().providers(KEY).toCompletableFuture();
    assertFalse(answer.isDone());
    giveBack();
    assertEquals(List.of(), answer.get(30, TimeUnit.SECONDS));
  }

  /** Whoever pauses a service may have given up meanwhile; the service must not rest for ever. */
  @Test
  void settingThatIsSentAgainDoesNotOvertakeALaterOne() throws Exception {
    NodeStore settings = transport.members(Namespace.NONE);
    forget();
    CompletableFuture<?> paused = settings.pause("S", new byte[] {1}).toCompletableFuture();
    assertFalse(paused.isDone());
    giveBack();
    Await.until("the client knows the server", () -> entry() != null);
    settings.resume("S").toCompletableFuture().get(30, TimeUnit.SECONDS);
    paused.get(30, TimeUnit.SECONDS);
    assertEquals(Map.of(), settings.paused().toCompletableFuture().get(30, TimeUnit.SECONDS));
  }

  @Test
  void subscriptionWaitsUntilItsServerIsKnown() throws Exception {
    forget();
    CompletionStage<Listening> begun = transport.listenAsync(KEY, message -> {});
    assertFalse(begun.toCompletableFuture().isDone());
    giveBack();
    Listening listening = begun.toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertNotNull(listening);
    listening.close();
  }
}
