package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Kept;
import io.callbox.trial.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody takes rights from a worker that runs, and gives them back. */
@Timeout(120)
final class LostRightsTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger runs = new AtomicInteger();
  @RegisterExtension private final Kept kept = new Kept();
  private final RedisServer redis = kept.keep(RedisServer.start());
  private RpcNode caller;

  @BeforeEach
  void start() throws IOException {
    AccessRules.define(redis, "worker", "Tasks");
    caller = kept.keep(RpcNode.builder("caller").redis(redis.directUri()).start());
    kept.keep(
        RpcNode.builder("worker")
            .redis(AccessRules.uri(redis, "worker"))
            .lease(Duration.ofSeconds(60))
            .register(new Tasks.Skeleton(this::run))
            .start());
  }

  @AfterEach
  void letGo() {
    open.countDown();
  }

  private int run(String method, int number, int millis) {
    runs.incrementAndGet();
    begun.countDown();
    Await.latch(open);
    return number;
  }

  /** The worker may do all but write replies, so what Redis says it has denied is the response. */
  @Test
  void responseThatIsDeniedIsSentWhenTheRightIsBack() throws IOException {
    CompletableFuture<Integer> call = new Tasks.Stub(caller.channelToAny()).onceAsync(7, 0);
    Await.latch(begun);
    redis.command("ACL", "SETUSER", "worker", "clearselectors");
    AccessRules.add(redis, "worker", "worker", "Tasks", rule -> !rule.contains("~replies:"));
    redis.command("ACL", "LOG", "RESET");
    open.countDown();
    Await.until("it is denied", () -> redis.command("ACL", "LOG").contains("replies:caller:"));
    AccessRules.define(redis, "worker", "Tasks");
    assertEquals(7, call.join());
    assertEquals(1, runs.get());
    Await.until("nothing is held", () -> !redis.command("KEYS", "*").contains(":taken:"));
  }
}
