package io.callbox.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.DeadLetterEntry;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisDeadLettersTest extends DeadLettersContract {

  private static RedisServer redis;
  private static RedissonTransport transport;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    transport = RedissonTransport.connect(redis.directUri());
  }

  @AfterAll
  static void stop() {
    transport.close();
    redis.close();
  }

  @Override
  Transport transport() {
    return transport;
  }

  @Test
  void manyLettersAreReplayedAndDroppedInOneRoundTrip() {
    QueueName queue = new QueueName("services:Many");
    for (int number = 0; number < 1_000; number++) {
      byte[] request = ("{\"id\":" + number + "}").getBytes(UTF_8);
      DeadLetterEntry entry = new DeadLetterEntry("why", 1, 1, "b:1", false, null, request);
      transport
          .leases()
          .deadLetter(queue, WORKER, number, entry.write())
          .toCompletableFuture()
          .join();
    }
    DeadLetters letters = new DeadLetters(transport, List.of(queue), 10_000);
    AtomicInteger looked = new AtomicInteger();
    BulkProgress half =
        new BulkProgress() {
          @Override
          public void at(int now, int total) {
            looked.set(now);
          }

          @Override
          public boolean stops() {
            return looked.get() == 500;
          }
        };
    long before = transport.commandsSent();
    assertEquals(500, letters.replayAll(LetterFilter.ALL, ReplayOptions.DEFAULT, half).done());
    assertEquals(500, letters.dropAll(LetterFilter.ALL, BulkProgress.NONE).done());
    long sent = transport.commandsSent() - before;
    assertTrue(sent < 30, () -> sent + " commands for 1,000 letters");
  }

  @Test
  void runThatLosesRedisTellsWhatItDidAndWhatIsLeft() {
    QueueName queue = new QueueName("services:Cut");
    for (int number = 0; number < 400; number++) {
      byte[] request = ("{\"id\":" + number + "}").getBytes(UTF_8);
      DeadLetterEntry entry = new DeadLetterEntry("why", 1, 1, "b:1", false, null, request);
      transport
          .leases()
          .deadLetter(queue, WORKER, number, entry.write())
          .toCompletableFuture()
          .join();
    }
    RedissonTransport own = RedissonTransport.connect(redis.directUri());
    BulkProgress cut =
        (looked, total) -> {
          if (looked == 200) {
            own.close();
          }
        };
    BulkResult result =
        new DeadLetters(own, List.of(queue), 10_000)
            .replayAll(LetterFilter.ALL, ReplayOptions.DEFAULT, cut);
    assertThrows(RpcException.class, result::orThrow);
    assertEquals(256, result.seen());
    assertEquals(128, result.done());
    assertEquals(128, result.left() + result.unknown());
    assertEquals(144, result.unseen());
    DeadLetters letters = new DeadLetters(transport, List.of(queue), 10_000);
    assertTrue(letters.count() == 400 - 128 || result.unknown() == 128, "what is known is true");
  }
}
