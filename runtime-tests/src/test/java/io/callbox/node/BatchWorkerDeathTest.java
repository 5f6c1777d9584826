package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.trial.Tasks;
import io.callbox.trial.TasksProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a batch whose worker dies: each member is what it would be alone. */
@Timeout(60)
final class BatchWorkerDeathTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final QueueName QUEUE = Namespace.NONE.service("Tasks");
  private static final Worker DEAD = new Worker("dead", "1");
  private static final String LIST = "replies:foreign:1";
  private static final String REPLY_TO = ",\"replyTo\":\"" + LIST + '"';
  private static final int PATIENCE_SECONDS = 20;

  @TempDir Path folder;
  private RedisServer redis;
  private RedisCommands raw;
  private Path log;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
    log = folder.resolve("runs");
  }

  @AfterEach
  void stop() {
    raw.close();
    redis.close();
  }

  @Test
  void membersOfAKilledWorkersBatchRunAgainOrAreAnswered() {
    try (NodeProcess first = TasksProcess.start(redis, "first", log)) {
      raw.push(QUEUE.key(), batch(once(1, 60_000), again(2, 0), once(3, 0)));
      Await.until("the first runs", () -> runs("once", 1) == 1);
      first.kill();
      try (RpcNode heir = heir()) {
        assertNotNull(heir);
        JsonNode answers = answers(3);
        assertLost(answers.path("1"));
        assertEquals(2, answers.path("2").path("result").asInt());
        assertLost(answers.path("3"));
      }
    }
    assertEquals(1, runs("once", 1));
    assertEquals(1, runs("again", 2));
    assertEquals(0, runs("once", 3), "the worker had not come to it");
    assertNothingIsLeft();
  }

  @Test
  @Tag("drill")
  void membersThatAreDividedByLineFeedsAreSeenToAsWell() {
    die('[' + once(1, 0) + ",\n" + again(2, 0) + ",\n" + again(3, 0) + ']');
    try (RpcNode heir = heir()) {
      assertNotNull(heir);
      JsonNode answers = answers(3);
      assertLost(answers.path("1"));
      assertEquals(2, answers.path("2").path("result").asInt());
      assertEquals(3, answers.path("3").path("result").asInt());
    }
    assertNothingIsLeft();
  }

  @Test
  @Tag("drill")
  void membersThatNameNoReplyListAreAnsweredWhereTheirBatchWouldHaveBeen() {
    die('[' + call("once", 1, 0, "") + ',' + call("again", 2, 0, "") + ']');
    die('[' + call("again", 3, 0, "") + ',' + call("once", 4, 0, REPLY_TO) + ']');
    try (RpcNode heir = heir()) {
      assertNotNull(heir);
      JsonNode byId = answersOn("nodes:dead:1", 2);
      assertLost(byId.path("1"));
      assertEquals(2, byId.path("2").path("result").asInt());
      JsonNode named = answers(2);
      assertEquals(3, named.path("3").path("result").asInt());
      assertLost(named.path("4"));
    }
    assertNothingIsLeft();
  }

  @Test
  void notificationsAndWhatIsNoRequestHaveNoAnswer() {
    String notification = again(7, 0).replace("\"id\":7,", "");
    die("[17,{},null," + notification + ',' + once(1, 0) + ']');
    try (RpcNode heir = heir()) {
      assertNotNull(heir);
      assertLost(answers(1).path("1"));
      Await.until("the notification runs", () -> runs("again", 7) == 1);
    }
    assertNothingIsLeft();
  }

  @Test
  void batchThatCannotBeTakenApartIsAnsweredAsOne() {
    die('[' + once(1, 0) + ",{]");
    try (RpcNode heir = heir()) {
      assertNotNull(heir);
      assertLost(answers(1).path("null"));
    }
    assertNothingIsLeft();
  }

  private RpcNode heir() {
    return RpcNode.builder("heir")
        .redis(redis.directUri())
        .lease(Duration.ofMillis(600))
        .register(new Tasks.Skeleton(new Tasks.Logged(log)))
        .start();
  }

  /** Leaves what a worker leaves that is killed while it has this in hand. */
  private void die(String message) {
    raw.call("LPUSH", QUEUE.taken(DEAD).key(), message);
    raw.call("ZADD", QUEUE.providers().key(), "1", DEAD.name());
  }

  private static String batch(String... members) {
    return '[' + String.join(",", members) + ']';
  }

  private static String once(int number, int millis) {
    return call("once", number, millis, REPLY_TO);
  }

  private static String again(int number, int millis) {
    return call("again", number, millis, REPLY_TO);
  }

  private static String call(String method, int number, int millis, String more) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"Tasks.%s\"%s,\"params\":[%d,%d]}"
        .formatted(number, method, more, number, millis);
  }

  private JsonNode answers(int count) {
    return answersOn(LIST, count);
  }

  private JsonNode answersOn(String key, int count) {
    ObjectNode answers = JSON.createObjectNode();
    for (int answer = 0; answer < count; answer++) {
      String text = raw.pop(key, PATIENCE_SECONDS);
      assertNotNull(text, "no more answers than " + answers);
      JsonNode read = tree(text);
      assertNull(answers.replace(read.path("id").asText(), read), text);
    }
    return answers;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void assertLost(JsonNode answer) {
    assertEquals("WORKER_LOST", answer.at("/error/data/status").asText(), answer.toString());
    assertEquals("unknown", answer.at("/error/data/executed").asText());
  }

  private void assertNothingIsLeft() {
    assertEquals("[]", raw.text("KEYS", "*:taken:*"));
    assertEquals("[]", raw.text("KEYS", "nodes:*"));
    Await.until( // what wakes a client that closes may come too late, and expires
        "no reply is left", () -> raw.text("KEYS", "replies:*").equals("[]"));
    assertEquals(0, raw.number("LLEN", QUEUE.key()));
  }

  private long runs(String method, int number) {
    try {
      return Tasks.Logged.runs(log, method, number);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
