package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.BlackholeProxy;
import io.callbox.trial.Load;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network that is cut without a word: packets are dropped, and nobody is told. */
@Timeout(120)
final class SilentNetworkTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** Giving up asks Redis whether the request still waits, for half a second at most. */
  private static final Duration LONGEST = TIMEOUT.plusSeconds(20);

  private static final Set<StatusCode> CODES =
      Set.of(StatusCode.UNAVAILABLE, StatusCode.DEADLINE_EXCEEDED);

  private final Map<Integer, Integer> runs = new ConcurrentHashMap<>();
  private RedisServer redis;
  private BlackholeProxy toClient;
  private BlackholeProxy toServer;
  private RpcNode client;
  private RpcNode server;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    toClient = BlackholeProxy.to(redis);
    toServer = BlackholeProxy.to(redis);
    client = RpcNode.builder("client").redis(toClient.uri()).start();
    server =
        RpcNode.builder("server")
            .redis(toServer.uri())
            .lease(Duration.ofSeconds(1))
            .register(
                new Arith.Skeleton(
                    (a, b) -> {
                      runs.merge(a, 1, Integer::sum);
                      return a * b;
                    }))
            .start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    toClient.close();
    toServer.close();
    redis.close();
  }

  /** The connection of signals has nothing to say by itself: it must be tried to be found out. */
  @Test
  void callersAreServedAgainOverNewConnectionsThoughTheOldOnesDoNotKnow() {
    QueueName channel = new QueueName("signals");
    Queue<byte[]> heard = new ConcurrentLinkedQueue<>();
    try (Load load = Load.start(4, client.channelToAny(), TIMEOUT);
        Transport listening = RedissonTransport.connect(toClient.uri());
        Transport signalling = RedissonTransport.connect(redis.directUri())) {
      listening.listen(channel, heard::add);
      awaitSignal(signalling, channel, heard);
      load.awaitRight(50);
      toClient.fallSilent();
      assertFailsInTime();
      toClient.speakToNewcomers();
      load.awaitRight(100);
      heard.clear();
      awaitSignal(signalling, channel, heard);
      load.end();
      assertSound(load);
    }
  }

  @Test
  void serverThatIsNotHeardIsGivenUpAndServesAgainOverNewConnections() {
    try (Load load = Load.start(4, client.channelToAny(), TIMEOUT)) {
      load.awaitRight(50);
      toServer.fallSilent();
      Await.until("its lease ends", () -> client.registry().nodes().size() == 1);
      assertFailsInTime();
      toServer.speakToNewcomers();
      load.awaitRight(100);
      Await.until("it is seen again", () -> client.registry().nodes().size() == 2);
      load.end();
      assertSound(load);
    }
  }

  @Test
  void allGoesOnWhenTheNetworkDoes() {
    try (Load load = Load.start(4, client.channelToAny(), TIMEOUT)) {
      load.awaitRight(50);
      toServer.fallSilent();
      toClient.fallSilent();
      assertFailsInTime();
      toServer.speak();
      toClient.speak();
      load.awaitRight(100);
      load.end();
      assertSound(load);
    }
  }

  private static void awaitSignal(Transport from, QueueName channel, Queue<byte[]> heard) {
    Await.until(
        "a signal is heard",
        () -> {
          from.signal(channel, new byte[] {2});
          return !heard.isEmpty();
        });
  }

  private void assertFailsInTime() {
    Arith.Stub arith =
        new Arith.Stub(client.channelToAny(), CallOptions.DEFAULT.withTimeout(TIMEOUT));
    long start = System.nanoTime();
    RpcException failure = assertThrows(RpcException.class, () -> arith.multiply(-1, 3));
    assertTrue(System.nanoTime() - start < LONGEST.toNanos(), failure::toString);
    assertTrue(CODES.contains(failure.code()), failure::toString);
  }

  private void assertSound(Load load) {
    assertEquals(0, load.wrong());
    assertTrue(load.longest().compareTo(LONGEST) < 0, load::toString);
    assertTrue(runs.values().stream().allMatch(times -> times == 1), "a call ran twice");
  }
}
