package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testing.Arith;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests whose answers Redis does not take as they are: none stays in hand, none stays for ever.
 */
@Timeout(60)
final class UnanswerableTest {

  private static final long DAY = Duration.ofDays(1).toMillis();

  private Asker asker;

  @BeforeEach
  void start() {
    asker = Asker.of(node -> node.concurrency(2).register(new Arith.Skeleton((a, b) -> a * b)));
  }

  @AfterEach
  void stop() {
    asker.close();
  }

  @Test
  void answerIsNotKeptForeverWhateverTheDeadlineIs() {
    for (String deadline : new String[] {"9223372036854775807", "9223372036854000000"}) {
      String id = Asker.nextId();
      String member = ",\"deadline\":" + deadline;
      asker.send(Asker.request('"' + id + '"', "Arith.multiply", "[7,8]", member));
      String list = "nodes:server:" + id;
      Await.until("it is answered", () -> asker.redis.number("LLEN", list) == 1);
      long left = asker.redis.number("PTTL", list);
      assertTrue(left > 0 && left <= DAY, () -> "kept for " + left + " ms");
      assertEquals(56, asker.answer(id).get("result").asInt());
    }
    assertNothingIsInHand();
  }

  @Test
  void requestWhoseReplyKeyIsNoListIsLetGo() {
    for (int request = 0; request < 5; request++) {
      String id = Asker.nextId();
      asker.redis.call("SET", "nodes:server:" + id, "no list");
      asker.send(Asker.request('"' + id + '"', "Arith.multiply", "[7,8]", ""));
    }
    assertNothingIsInHand();
    assertEquals(56, asker.call("Arith.multiply", "[7,8]").get("result").asInt());
  }

  private void assertNothingIsInHand() {
    Await.until("all are taken", () -> asker.redis.number("LLEN", "nodes:server") == 0);
    Await.until("none is held", () -> asker.redis.texts("KEYS", "*:taken:*").isEmpty());
    Await.until("none is in hand", () -> asker.requestsInHand() == 0);
  }
}
