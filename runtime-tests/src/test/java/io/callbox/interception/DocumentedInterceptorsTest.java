package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.interceptor.HeaderPropagation;
import io.callbox.interceptor.LogContext;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.security.MethodRules;
import io.callbox.security.SignatureCheck;
import io.callbox.security.SignedCalls;
import io.callbox.security.UsedNonces;
import io.callbox.testing.Talk;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** The examples of docs/interceptors.md, run. */
@CallboxTest
@Timeout(60)
final class DocumentedInterceptorsTest {

  private RedisServer redis;

  @BeforeEach
  void start(RedisServer shared) {
    redis = shared;
  }

  /** Tells how long each call took, and how it ended. */
  static Interceptor timing(Consumer<String> log) {
    return call -> {
      long start = System.nanoTime();
      return CallObserver.atEnd(
          outcome -> {
            long micros = (System.nanoTime() - start) / 1_000;
            log.accept(call.method() + " " + outcome.statusName() + " after " + micros + " us");
          });
    };
  }

  /** Tells where the time of calls went that took longer than this. */
  static Interceptor slow(Duration limit, Consumer<String> log) {
    return call -> {
      long start = System.nanoTime();
      return CallObserver.atEnd(
          outcome -> {
            Duration total = Duration.ofNanos(System.nanoTime() - start);
            CallTimes times = outcome.times();
            if (times != null && total.compareTo(limit) > 0) {
              log.accept(
                  "%s: %s in the queue, %s running, %s on the way"
                      .formatted(call.method(), times.queued(), times.ran(), times.rest(total)));
            }
          });
    };
  }

  /** Refuses calls at once while this many are under way, instead of making more of them wait. */
  static Interceptor atMost(int calls) {
    Semaphore room = new Semaphore(calls);
    return call -> {
      if (!room.tryAcquire()) {
        throw new RpcException(
            StatusCode.RESOURCE_EXHAUSTED, call.method() + ": " + calls + " are under way");
      }
      return CallObserver.atEnd(outcome -> room.release());
    };
  }

  /** Nodes that share a Redis share what they remember. */
  static UsedNonces sharedNonces(RedissonClient redisson) {
    return (nonce, keep) -> redisson.getBucket("auth:used:" + nonce).setIfAbsent("", keep);
  }

  private RpcNodeBuilder node(String id) {
    return RpcNode.builder(id).redis(redis.uri());
  }

  @Test
  void timingTellsOfEachCall() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    try (RpcNode server = node("server").register(new Talk.Skeleton(line -> line)).start();
        RpcNode client = node("client").interceptClient(timing(lines::add)).start()) {
      new Talk.Stub(client.channelTo(server.id())).say("x");
      assertTrue(lines.get(0).startsWith("Talk.say OK after "), lines::toString);
    }
  }

  @Test
  void slowCallsAreToldWithTheirTimes() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    try (RpcNode server = node("server").register(new Talk.Skeleton(line -> line)).start();
        RpcNode client = node("client").interceptClient(slow(Duration.ZERO, lines::add)).start()) {
      new Talk.Stub(client.channelTo(server.id())).say("x");
      String told = "Talk.say: PT.*S in the queue, PT.*S running, PT.*S on the way";
      assertTrue(lines.get(0).matches(told), lines::toString);
    }
  }

  @Test
  void boundRefusesWhatIsTooMuch() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Talk waiting =
        line -> {
          try {
            assertTrue(goOn.await(10, TimeUnit.SECONDS));
          } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
          }
          return line;
        };
    try (RpcNode server = node("server").register(new Talk.Skeleton(waiting)).start();
        RpcNode client = node("client").interceptClient(atMost(1).forMethod("Talk.say")).start()) {
      Talk.Stub talk = new Talk.Stub(client.channelTo(server.id()));
      CompletableFuture<String> first = talk.sayAsync("x");
      RpcException refused = assertThrows(RpcException.class, () -> talk.say("y"));
      assertEquals(StatusCode.RESOURCE_EXHAUSTED, refused.code());
      goOn.countDown();
      first.join();
      assertEquals("z", talk.say("z"));
    }
  }

  @Test
  void contextIsCarriedAsConfigured() throws Exception {
    RpcNodeBuilder builder =
        node("carrying")
            .interceptClient(HeaderPropagation.traceContext())
            .interceptClient(HeaderPropagation.named("tenant"))
            .intercept(LogContext.carrying("user"));
    builder.start().close();
  }

  @Test
  void implementationKnowsWhoCallsByTheSignature() throws Exception {
    byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> secrets = Map.of("billing", secret);
    Config config = new Config();
    config.useSingleServer().setAddress(redis.uri());
    RedissonClient redisson = Redisson.create(config);
    Talk whoami = line -> SignatureCheck.callerOf(CallContext.current().headers());
    SignatureCheck check =
        SignatureCheck.of(secrets::get, sharedNonces(redisson), Duration.ofMinutes(2));
    MethodRules rules =
        MethodRules.forCallers(SignatureCheck::callerOf)
            .allow("billing", "Talk.say", "rpc.stats")
            .allowAll("rpc.ping");
    try (RpcNode server =
            node("server")
                .interceptServer(check)
                .interceptServer(rules)
                .register(new Talk.Skeleton(whoami))
                .start();
        RpcNode client =
            node("client").interceptClient(SignedCalls.with("billing", secret)).start()) {
      assertEquals("billing", new Talk.Stub(client.channelTo(server.id())).say("x"));
      Talk.Stub talk = new Talk.Stub(client.channelTo(server.id()));
      RpcException denied = assertThrows(RpcException.class, () -> talk.repeat("x"));
      assertEquals(StatusCode.PERMISSION_DENIED, denied.code());
    } finally {
      redisson.shutdown();
    }
  }
}
