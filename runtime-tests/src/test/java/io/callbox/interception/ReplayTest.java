package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.security.SignedCalls;
import io.callbox.testing.Await;
import io.callbox.testing.RawRedis;
import io.callbox.testing.RedisProcess;
import io.callbox.testing.Talk;
import io.callbox.testing.WorkerProcess;
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

  private final RedisProcess redis = RedisProcess.start();
  private final List<WorkerProcess> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(WorkerProcess::close);
    redis.close();
  }

  private void process(String node) {
    processes.add(WorkerProcess.start(GuardedProcess.class, redis.uri(), node));
  }

  @Test
  void callThatOneProcessHasServedIsRefusedByAnother() {
    try (RpcNode client =
            RpcNode.builder("client")
                .redis(redis.uri())
                .timeout(Duration.ofSeconds(90)) // two processes start while the call waits
                .interceptClient(SignedCalls.with("billing", GuardedProcess.SECRET))
                .start();
        RawRedis raw = RawRedis.of(redis)) {
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
