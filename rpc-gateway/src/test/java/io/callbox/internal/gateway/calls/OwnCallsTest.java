package io.callbox.internal.gateway.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.durable.SubmittedCalls;
import io.callbox.gateway.access.Authorizer;
import io.callbox.gateway.access.Caller;
import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Submission;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class OwnCallsTest {

  private static final Caller ANN = new Caller("ann");

  @Test
  void pageOfManyCallsIsReadWithoutTheRest() {
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(2, Duration.ofMinutes(2));
    try (RedisServer redis = RedisServer.start();
        RedissonTransport transport = RedissonTransport.connect(redis.directUri());
        RpcNode node = RpcNode.builder("gateway").transport(transport).start();
        Directory directory = new Directory(node, method -> true);
        CallerNodes nodes = new CallerNodes("gateway", transport, each -> each, bounds)) {
      submit(transport, 9_900);
      assertEquals(9_900, new SubmittedCalls(transport, Namespace.NONE, "Many").count());
      OwnCalls calls = new OwnCalls(directory, nodes, Authorizer.ALL);
      assertEquals(List.of("ann.9898", "ann.9896"), ids(calls, null, 2));
      assertEquals(List.of("ann.9894", "ann.9892"), ids(calls, "ann.9896", 2));
      assertEquals(List.of("ann.0000"), ids(calls, "ann.0002", 2));
      assertEquals(List.of(), ids(calls, "ann.0000", 2));
      assertEquals(Optional.empty(), calls.ids(ANN, "Many", "ann.none", 2));
      assertEquals(4_950, ids(calls, null, 5_000).size());
      long before = transport.commandsSent();
      assertEquals(51, ids(calls, null, 51).size());
      long sent = transport.commandsSent() - before;
      assertTrue(sent < 30, () -> sent + " commands; all of them need forty, and nodes send some");
    }
  }

  private static List<String> ids(OwnCalls calls, @Nullable String after, int most) {
    return calls.ids(ANN, "Many", after, most).orElseThrow();
  }

  private static void submit(RedissonTransport transport, int number) {
    QueueName queue = Namespace.NONE.service("Many");
    Duration hour = Duration.ofHours(1);
    for (int from = 0; from < number; from += 100) {
      List<Submission> some = new ArrayList<>();
      for (int at = from; at < from + 100; at++) {
        String id = (at % 2 == 0 ? "ann." : "bob.") + "%04d".formatted(at);
        byte[] request =
            ("{\"id\":\"" + id + "\",\"method\":\"Many.do\",\"keep\":3600000}")
                .getBytes(StandardCharsets.UTF_8);
        some.add(new Submission(id, "do", request, 0, hour, true));
      }
      transport
          .calls(Namespace.NONE)
          .submit(queue, some, new PushOptions(true, 10_000, "s", from + 1))
          .toCompletableFuture()
          .join();
    }
  }
}
