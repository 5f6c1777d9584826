package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.BlackholeProxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Redis takes a request, and its answer is lost. When it is asked again, it would refuse a new one.
 */
@Timeout(120)
final class LostAnswerTest {

  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private RedisServer redis;
  private BlackholeProxy line;
  private RpcNode server;
  private RpcNode caller;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    line = BlackholeProxy.to(redis);
    server =
        RpcNode.builder("server")
            .redis(redis.uri())
            .register(
                new Arith.Skeleton(
                    (a, b) -> {
                      if (a > 1) {
                        runs.incrementAndGet();
                        Await.latch(end);
                      }
                      return a * b;
                    }))
            .start();
    caller = RpcNode.builder("caller").redis(line.uri()).start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    caller.close();
    server.close();
    line.close();
    redis.close();
  }

  @Test
  void redisThatIsFullByThenFindsThatItHasTheRequest() {
    Arith.Stub arith = new Arith.Stub(caller.channelToAny());
    assertEquals(2, arith.multiply(1, 2), "its connections are there");
    line.loseAnswers();
    CompletableFuture<Integer> call = arith.multiplyAsync(2, 3);
    Await.until("it runs", () -> runs.get() == 1);
    redis.fill();
    line.hangUp();
    line.speak();
    end.countDown();
    assertEquals(6, call.join());
    assertEquals(1, runs.get());
  }
}
