package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.security.SignedCalls;
import io.callbox.testing.Talk;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A signed call that somebody has read in Redis, and sends once more to another process. */
@Tag("drill")
@Timeout(120)
final class ReplayTest {

  private final RedisServer redis = RedisServer.start();
  private final List<NodeProcess> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(NodeProcess::close);
    redis.close();
  }

  private void process(String node) {
    processes.add(NodeProcess.start(GuardedProcess.class, redis.directUri(), node));
  }

  @Test
  @SuppressWarnings("try") // the client is closed before the rest
  void callThatOneProcessHasServedIsRefusedByAnother() {
    try (RpcNode client =
            RpcNode.builder("client")
                .redis(redis.directUri())
                .timeout(Duration.ofSeconds(90)) // two processes start while the call waits
                .interceptClient(SignedCalls.with("billing", GuardedProcess.SECRET))
                .start();
        RedisCommands raw = RedisCommands.to(redis.port())) {
      CompletableFuture<String> call =
          new Talk.Stub(client.channelTo("a").waitForProvider()).sayAsync("x");
      Await.until("it waits", () -> raw.number("LLEN", "nodes:a") == 1);
      String signed = raw.text("LINDEX", "nodes:a", "0");
      process("a");
      process("b");
      assertEquals("a says x", call.join());
      client.close(); // its list is the thief's to read
      raw.push("nodes:b", signed.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"again\""));
      Matcher replyTo = Pattern.compile("\"replyTo\":\"([^\"]*)\",").matcher(signed);
      assertTrue(replyTo.find());
      String answer = answer(raw, replyTo.group(1));
      assertTrue(answer.contains("UNAUTHENTICATED"), answer);
      assertTrue(answer.contains("has been used"), answer);
      raw.push("nodes:b", replyTo.replaceFirst("\"replyTo\":\"nodes:thief:1\","));
      String stolen = answer(raw, "nodes:thief:1");
      assertTrue(stolen.contains("does not fit"), stolen);
    }
  }

  /** Takes the next answer. The empty element is what the closed client has woken its loop with. */
  private static String answer(RedisCommands raw, String replyTo) {
    String answer;
    do {
      answer = raw.pop(replyTo, 20);
    } while ("".equals(answer));
    return String.valueOf(answer);
  }
}
