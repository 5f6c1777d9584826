package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.security.SignedCalls;
import io.callbox.testing.Talk;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A signed call that somebody has read in Redis, and sends once more to another process. */
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
      String replayed = signed.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"again\"");
      raw.push("nodes:b", replayed.replaceFirst("\"replyTo\":\"[^\"]*\",", ""));
      String answer = raw.pop("nodes:b:again", 20);
      assertTrue(answer.contains("UNAUTHENTICATED"), answer);
      assertTrue(answer.contains("has been used"), answer);
    }
  }
}
