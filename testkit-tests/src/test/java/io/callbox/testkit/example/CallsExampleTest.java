package io.callbox.testkit.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.service.Ledger;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of docs/calls.md. */
@CallboxTest
@Timeout(60)
final class CallsExampleTest {

  private static final int ATTEMPTS = 3;

  @Test
  void copiesOfAStubHaveATimeoutAndAHeader(RedisServer redis) {
    List<String> tenants = new CopyOnWriteArrayList<>();
    LedgerBook book =
        new LedgerBook(
            number -> {
              CallContext call = Objects.requireNonNull(CallContext.current());
              tenants.add(call.headers().getOrDefault("tenant", "none"));
              return number;
            });
    try (RpcNode server = serving(redis.uri(), book);
        RpcNode node = caller(redis.uri())) {
      LedgerStub ledger = new LedgerStub(node.channelTo(server.id()));
      LedgerStub patient = ledger.withTimeout(Duration.ofMinutes(5)).withHeader("tenant", "acme");
      assertEquals(1, ledger.enter(1));
      assertEquals(2, patient.enter(2));
      assertEquals(List.of("none", "acme"), tenants);
    }
  }

  @Test
  void callThatMayBeRepeatedIsRepeated() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    LedgerBook busy =
        new LedgerBook(
            number -> {
              if (tries.incrementAndGet() < ATTEMPTS) {
                throw new RpcException(StatusCode.UNAVAILABLE, "nobody serves it right now");
              }
              return number;
            });
    assertEquals(7, entered(busy, 7));
    tries.set(-1);
    assertThrows(RpcException.class, () -> entered(busy, 7));
  }

  @Test
  void callThatDoesNotWaitCanBeCancelled(RedisServer redis) {
    try (RpcNode node = caller(redis.uri())) {
      LedgerAsyncStub ledger = new LedgerAsyncStub(node.channelToAny().waitForProvider());
      CompletableFuture<Integer> call = ledger.enter(7);
      call.cancel(true);
      assertTrue(call.isCancelled());
    }
  }

  private static int entered(Ledger ledger, int number) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return ledger.enter(number);
      } catch (RpcException failed) {
        if (!failed.retryable() || attempt == ATTEMPTS) {
          throw failed;
        }
        Duration pause = failed.retryAfter();
        Thread.sleep(pause == null ? 100L * attempt : pause.toMillis());
      }
    }
  }

  private static RpcNode caller(String redisUri) {
    return RpcNode.builder("shop")
        .redis(redisUri)
        .timeout(Duration.ofSeconds(45))
        .retries(new RetryPolicy(5, Duration.ofMillis(100), Duration.ofSeconds(2), 0.2))
        .start();
  }

  private static RpcNode serving(String redisUri, LedgerBook book) {
    return RpcNode.builder("books").redis(redisUri).register(new LedgerSkeleton(book)).start();
  }
}
