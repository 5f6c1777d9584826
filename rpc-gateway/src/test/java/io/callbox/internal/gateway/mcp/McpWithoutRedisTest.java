package io.callbox.internal.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class McpWithoutRedisTest {

  private static final Authorizer ALL = (caller, action, target) -> true;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InMemoryTransport transport = new InMemoryTransport();
  private final RpcNode node = RpcNode.builder("gateway").transport(transport).start();
  private final CallerNodes nodes =
      new CallerNodes(
          "gateway", transport, each -> each, new CallerNodes.Bounds(2, Duration.ofMinutes(2)));
  private final Directory directory = new Directory(node, method -> true);
  private final McpService service =
      new McpService(
          directory,
          new RawCalls(directory, nodes, ALL, MINUTE),
          new OwnCalls(directory, nodes, ALL),
          ALL,
          MINUTE);

  @AfterEach
  void close() {
    service.close();
    directory.close();
    nodes.close();
    node.close();
    transport.close();
  }

  @Test
  void requestIsAnsweredIfNobodyKnowsTheServices() throws Exception {
    directory.close();
    check("tasks/get", "{\"taskId\":\"Library/local.x\"}");
    check("tools/list", "{}");
    check("tools/call", "{\"name\":\"Library_find\"}");
  }

  @Test
  void badLinesAreAnsweredAndEndNothing() throws Exception {
    String said =
        said(
            "null\n7\n[]\n{\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":\"no method\"}\n"
                + "{\"params\":\"%s\",\"id\":\"too long\"}\n".formatted("x".repeat(20_000))
                + "{\"jsonrpc\":\"2.0\",\"id\":\"alive\",\"method\":\"ping\"}\n");
    List<String> lines = said.lines().toList();
    assertEquals(3, lines.size(), said);
    assertTrue(lines.get(0).contains("\"no method\"") && lines.get(0).contains("-32600"), said);
    assertTrue(lines.get(1).contains("\"too long\"") && lines.get(1).contains("-32600"), said);
    assertTrue(lines.get(2).contains("\"alive\"") && lines.get(2).contains("\"result\""), said);
    for (String misfit :
        List.of("[]", "{}", "{\"name\":5}", "{\"name\":\"a\",\"arguments\":[1]}")) {
      String answer = check("tools/call", misfit);
      assertTrue(answer.contains("-32602") && answer.contains("\"executed\":\"no\""), answer);
    }
    assertTrue(check("initialize", "[]").contains("-32602"));
  }

  @Test
  void memberThatDoesNotFitIsNamedWithoutJava() throws Exception {
    String client = "\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}";
    String version = "\"protocolVersion\":\"2025-11-25\"";
    named(
        "initialize", "{%s,\"capabilities\":\"x\",%s}".formatted(version, client), "capabilities");
    named(
        "initialize",
        "{%s,\"capabilities\":{},\"clientInfo\":[]}".formatted(version),
        "clientInfo");
    String odd = "{%s,\"capabilities\":{\"roots\":5},%s}".formatted(version, client);
    named("initialize", odd, "capabilities.roots");
    named("initialize", "{\"protocolVersion\":{},\"capabilities\":{}}", "protocolVersion");
    named("tools/list", "{\"cursor\":{}}", "cursor");
    named("tools/call", "{\"name\":\"a\",\"_meta\":5}", "_meta");
    for (String least : List.of("{}", "{" + version + "}")) {
      String answer = said(request("initialize", least));
      assertTrue(answer.contains("\"id\":7"), answer);
      assertFalse(answer.contains("Exception") || answer.contains("io.modelcontext"), answer);
    }
  }

  private void named(String method, String params, String member) throws Exception {
    String answer = check(method, params);
    assertTrue(answer.contains("-32602"), answer);
    assertTrue(answer.contains("'" + member + "' is not what MCP says"), answer);
  }

  private String check(String method, String params) throws Exception {
    String said = said(request(method, params));
    assertTrue(said.contains("\"id\":7") && said.contains("\"error\":{"), said);
    return said;
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}\n"
        .formatted(method, params);
  }

  private String said(String lines) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new McpStdio(service, new ByteArrayInputStream(lines.getBytes(UTF_8)), out, 10_000).run();
    return out.toString(UTF_8);
  }
}
