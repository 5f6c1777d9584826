package io.callbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.json.JsonValues;
import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Durable calls from a terminal. */
@Timeout(60)
final class CallsCommandTest {

  @Test
  void durableCallsAreListedShownAndCancelled() {
    try (RedisServer redis = RedisServer.start();
        RpcNode node =
            RpcNode.builder("worker-1")
                .redis(redis.directUri())
                .register(new NightlySkeleton((a, b) -> a + b))
                .start()) {
      Shell shell = new Shell(redis.directUri());
      NightlyDurableStub durable = new NightlyDurableStub(node.channelToAny());
      assertEquals(15, durable.withId("now").total(7, 8).await(Duration.ofSeconds(20)));
      durable.withId("later!").after(Duration.ofHours(1)).total(1, 2);
      String list = shell.run("calls", "ls", "Nightly").expect(0).out();
      assertTrue(list.matches("(?s)ID .*later! +total +SCHEDULED.*now +total +COMPLETED.*"), list);
      String waiting = shell.run("calls", "ls", "Nightly", "--state=scheduled").expect(0).out();
      assertTrue(!waiting.contains("COMPLETED") && waiting.contains("later!"), waiting);
      String shown = shell.run("calls", "show", "Nightly", "now").expect(0).out();
      assertEquals(15, new JsonMap(JsonValues.parse(shown)).number("result"), shown);
      shell.run("calls", "show", "Nightly", "none").expect(1);
      shell.run("calls", "cancel", "Nightly", "later!").expect(0);
      shell.run("calls", "cancel", "Nightly", "later!").expect(0);
      shell.run("calls", "cancel", "Nightly", "now").expect(1);
      shell.run("calls", "cancel", "Nightly", "none").expect(1);
      shell.run("calls", "cancel", "Nightly", "no id").expect(2);
      shell.run("calls", "show", "Nightly", "no id").expect(2);
    }
  }
}
