package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisSentinel;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Taking;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.Kept;
import io.callbox.trial.Load;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redisson.Redisson;
import org.redisson.client.RedisClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;
import org.redisson.connection.MasterSlaveEntry;
import org.redisson.misc.RedisURI;

/** Another Redis is master, and Redisson has to change to it: it does so, or is led there. */
@Timeout(120)
@Tag("drill")
final class MasterChangeTest {

  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** So long that Redisson never looks for a new master while a test runs. */
  private static final int NEVER_MILLIS = 3_600_000;

  @RegisterExtension private final Kept kept = new Kept();

  /** Why the runtime has to see to its client: when this fails, Redisson has mended it. */
  @Test
  void changeBreaksOffHalfWayWhileABlmpopWaitsInThePool() {
    RedisServer old = kept.keep(RedisServer.start());
    RedisServer next = kept.keep(RedisServer.start());
    Redisson client = client(singleConfig(old));
    client
        .getBlockingDeque("waited", ByteArrayCodec.INSTANCE)
        .pollLastFromAnyAsync(WAIT, 64, "other");
    awaitPop(old);
    CompletableFuture<RedisClient> change = change(client, next);
    CompletionException failure = assertThrows(CompletionException.class, change::join);
    assertInstanceOf(ClassCastException.class, failure.getCause());
    assertEquals(next.port(), master(client).getClient().getAddr().getPort());
  }

  @Test
  void waitForRepliesDoesNotStandInTheWayOfAChange() throws Exception {
    RedisServer old = kept.keep(RedisServer.start());
    RedisServer next = kept.keep(RedisServer.start());
    Redisson client = client(singleConfig(old));
    RedissonTransport transport = kept.keep(RedissonTransport.of(client));
    QueueConsumer consumer = kept.keep(transport.consume(List.of(new QueueName("replies"))));
    Thread waiting = new Thread(() -> takeUntilCut(consumer));
    waiting.start();
    awaitPop(old);
    change(client, next).join();
    assertEquals(next.port(), master(client).getClient().getAddr().getPort());
    waiting.join(WAIT.toMillis());
  }

  private static void takeUntilCut(QueueConsumer consumer) {
    try {
      assertEquals(List.of(), Taking.take(consumer, 64, WAIT));
    } catch (RpcException cut) {
      assertEquals(StatusCode.UNAVAILABLE, cut.code());
    }
  }

  @Test
  void clientThatStaysWithAReplicaIsLedToItsMaster() {
    RedisServer old = kept.keep(RedisServer.start());
    RedisServer next = kept.keep(RedisServer.start());
    follow(next, old);
    Config config = new Config();
    config
        .useReplicatedServers()
        .addNodeAddress(old.directUri(), next.directUri())
        .setScanInterval(NEVER_MILLIS)
        .setMasterConnectionMinimumIdleSize(1)
        .setSlaveConnectionMinimumIdleSize(1);
    Redisson client = client(config);
    assertEquals(old.port(), master(client).getClient().getAddr().getPort());
    try (Load load = load(client)) {
      load.awaitRight(50);
      next.command("REPLICAOF", "NO", "ONE");
      follow(old, next);
      load.awaitRight(50);
      assertEquals(next.port(), master(client).getClient().getAddr().getPort());
    }
  }

  @Test
  void clientOfSentinelThatMissesAFailoverIsLedToTheMaster() {
    RedisSentinel sentinel = kept.keep(RedisSentinel.start());
    Config config = new Config();
    config
        .useSentinelServers()
        .setMasterName("callbox")
        .addSentinelAddress(sentinel.uri())
        .setCheckSentinelsList(false)
        .setScanInterval(NEVER_MILLIS)
        .setMasterConnectionMinimumIdleSize(1)
        .setSlaveConnectionMinimumIdleSize(1);
    Redisson client = client(config);
    try (Load load = load(client)) {
      load.awaitRight(50);
      sentinel.failOver();
      sentinel.restore();
      load.awaitRight(50);
      assertEquals(sentinel.master().port(), master(client).getClient().getAddr().getPort());
    }
  }

  private Load load(Redisson client) {
    kept.keep(
        RpcNode.builder("server")
            .redisson(client)
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start());
    RpcNode caller = kept.keep(RpcNode.builder("caller").redisson(client).start());
    return Load.start(4, caller.channelToAny(), TIMEOUT);
  }

  private static void follow(RedisServer replica, RedisServer master) {
    replica.command("REPLICAOF", "127.0.0.1", Integer.toString(master.port()));
    Await.until(
        "the replica follows",
        () -> replica.command("INFO", "replication").contains("master_link_status:up"));
  }

  private static void awaitPop(RedisServer redis) {
    Await.until("a pop waits", () -> redis.command("CLIENT", "LIST").contains("cmd=blmpop"));
  }

  private static CompletableFuture<RedisClient> change(Redisson client, RedisServer next) {
    return master(client).changeMaster(new RedisURI(next.directUri()));
  }

  private static MasterSlaveEntry master(Redisson client) {
    return client.getCommandExecutor().getConnectionManager().getEntry(0);
  }

  private Redisson client(Config config) {
    Redisson client = (Redisson) Redisson.create(config.setThreads(2).setNettyThreads(2));
    kept.keep(() -> client.shutdown(0, 2, TimeUnit.SECONDS));
    return client;
  }

  private static Config singleConfig(RedisServer redis) {
    Config config = new Config();
    config
        .useSingleServer()
        .setAddress(redis.directUri())
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(8);
    return config;
  }
}
