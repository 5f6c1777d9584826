package io.callbox.internal.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.Authorizer;
import io.callbox.internal.gateway.calls.CallerNodes;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.OwnCalls;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.node.RpcNode;
import io.callbox.transport.memory.InMemoryTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class McpWithoutRedisTest {

  private static final Authorizer ALL = (caller, action, target) -> true;

  @Test
  void requestIsAnsweredIfNobodyKnowsTheServices() throws Exception {
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(2, Duration.ofMinutes(2));
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode node = RpcNode.builder("gateway").transport(transport).start();
        CallerNodes nodes = new CallerNodes("gateway", transport, each -> each, bounds)) {
      Directory directory = new Directory(node, method -> true);
      directory.close();
      RawCalls calls = new RawCalls(directory, nodes, ALL, Duration.ofMinutes(1));
      OwnCalls own = new OwnCalls(directory, nodes, ALL);
      try (McpService service = new McpService(directory, calls, own, ALL, Duration.ofMinutes(1))) {
        check(service, "tasks/get", "{\"taskId\":\"Library/local.x\"}");
        check(service, "tools/list", "{}");
        check(service, "tools/call", "{\"name\":\"Library_find\"}");
      }
    }
  }

  private static void check(McpService service, String method, String params) throws Exception {
    String line =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}\n"
            .formatted(method, params);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new McpStdio(service, new ByteArrayInputStream(line.getBytes(UTF_8)), out, 10_000).run();
    String said = out.toString(UTF_8);
    assertTrue(said.contains("\"id\":7") && said.contains("\"error\":{"), said);
  }
}
