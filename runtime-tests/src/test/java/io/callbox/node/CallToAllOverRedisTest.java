package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Replies;
import io.callbox.rpc.Reply;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Tasks;
import io.callbox.trial.TasksProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A call to all providers over Redis, of which one is killed and one is frozen under it. */
@Timeout(120)
final class CallToAllOverRedisTest {

  @TempDir Path folder;

  @Test
  void whoeverDiesIsLostAndTheOthersAnswer() {
    Path log = folder.resolve("runs");
    Path ofVictim = folder.resolve("victim");
    try (RedisServer redis = RedisServer.start();
        NodeProcess victim = TasksProcess.start(redis, "victim", ofVictim);
        NodeProcess frozen = TasksProcess.start(redis, "frozen", log);
        RpcNode well = TasksProcess.startHere(redis, "well", log);
        RpcNode client = RpcNode.builder("client").redis(redis.directUri()).start()) {
      frozen.pause();
      Replies<Integer> replies =
          client
              .channelToAll()
              .callAll(
                  Tasks.ONCE,
                  out -> out.writeRawValue("[1000,2000]"), // as long as they are alive
                  CallOptions.DEFAULT);
      Await.until("the victim runs it", () -> Files.exists(ofVictim));
      victim.kill();
      Map<String, Reply<Integer>> byNode = new TreeMap<>();
      replies.await().forEach(reply -> byNode.put(reply.node(), reply));
      assertEquals(Set.of("frozen", "victim", "well"), byNode.keySet());
      byNode.forEach(
          (node, reply) -> {
            if (node.equals(well.id())) {
              assertEquals(1_000, reply.value());
            } else {
              assertEquals(StatusCode.WORKER_LOST, codeOf(reply));
            }
          });
      frozen.resume();
    }
  }

  private static StatusCode codeOf(Reply<Integer> reply) {
    return assertInstanceOf(RpcException.class, reply.failure()).code();
  }
}
