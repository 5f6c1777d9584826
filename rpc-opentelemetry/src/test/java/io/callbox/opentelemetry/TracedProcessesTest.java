package io.callbox.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.opentelemetry.SpanFile.Line;
import io.callbox.rpc.CallOptions;
import io.callbox.testing.Talk;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One trace through four processes, which share nothing but a Redis. */
@Tag("drill")
@Timeout(120)
final class TracedProcessesTest {

  @TempDir Path folder;
  private final RedisServer redis = RedisServer.start();
  private final List<NodeProcess> processes = new ArrayList<>();

  private Path file(String node) {
    return folder.resolve(node);
  }

  @AfterEach
  void stop() {
    processes.forEach(NodeProcess::close);
    redis.close();
  }

  private void process(String node, String... others) {
    List<String> arguments = new ArrayList<>(List.of(redis.uri(), node, file(node).toString()));
    arguments.addAll(List.of(others));
    processes.add(NodeProcess.start(TracedProcess.class, arguments.toArray(String[]::new)));
  }

  @Test
  void callThatCallsTwoOtherProcessesOneAsynchronouslyIsOneTrace() {
    process("b");
    process("c");
    process("a", "b", "c");
    try (RpcNode client =
        RpcNode.builder("client")
            .redis(redis.uri())
            .interceptClient(TracedCalls.with(TracedProcess.telemetry(file("client"))))
            .start()) {
      CallOptions options = CallOptions.DEFAULT.withHeader("tenant", "acme");
      Talk.Stub talk = new Talk.Stub(client.channelTo("a"), options);
      assertEquals("acme acme", talk.sayLater("x").join());
    }
    Line root = only("client", "CLIENT");
    Line served = only("a", "SERVER");
    assertEquals(root.span(), served.parent());
    List<Line> nested = of("a", "CLIENT");
    assertEquals(2, nested.size());
    for (int call = 0; call < 2; call++) {
      assertEquals(served.span(), nested.get(call).parent());
      assertEquals(nested.get(call).span(), only(List.of("b", "c").get(call), "SERVER").parent());
    }
    for (String node : List.of("a", "b", "c")) {
      new SpanFile(file(node)).lines().forEach(line -> assertEquals(root.trace(), line.trace()));
    }
  }

  private Line only(String node, String kind) {
    List<Line> spans = of(node, kind);
    assertEquals(1, spans.size(), spans::toString);
    return spans.get(0);
  }

  /** The spans of a node in the order of their ends. */
  private List<Line> of(String node, String kind) {
    return new SpanFile(file(node))
        .lines().stream().filter(line -> line.kind().equals(kind)).toList();
  }
}
