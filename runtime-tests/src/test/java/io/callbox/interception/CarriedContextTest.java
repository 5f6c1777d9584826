package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.callbox.interceptor.HeaderPropagation;
import io.callbox.interceptor.LogContext;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** What a call carries along: from its caller to its implementation, and on to nested calls. */
@CallboxTest
@Timeout(60)
final class CarriedContextTest {

  private final List<Map<String, String>> seen = new CopyOnWriteArrayList<>();
  private Nodes nodes;

  @BeforeEach
  void start(Nodes started) {
    nodes = started;
  }

  @AfterEach
  void forget() {
    MDC.clear();
  }

  /** A node whose implementation notes what it sees and passes the line on, if there is a next. */
  private RpcNode relay(String id, String next) {
    RpcNode[] self = new RpcNode[1];
    Talk relaying =
        line -> {
          Map<String, String> mdc = MDC.getCopyOfContextMap();
          seen.add(mdc == null ? CallContext.current().headers() : mdc);
          return next == null ? line : new Talk.Stub(self[0].channelTo(next)).sayAsync(line).join();
        };
    self[0] =
        nodes.start(
            id,
            node ->
                node.intercept(HeaderPropagation.named("tenant"))
                    .intercept(HeaderPropagation.traceContext()),
            new Talk.Skeleton(relaying));

    return self[0];
  }

  @Test
  void chosenHeadersReachNestedCallsAndOthersDoNot() throws Exception {
    relay("last", null);
    relay("middle", "last");
    RpcNode client = relay("first", null);
    CallOptions options =
        CallOptions.DEFAULT
            .withHeader("tenant", "acme")
            .withHeader("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .withHeader("private", "yes");
    assertEquals("x", new Talk.Stub(client.channelTo("middle"), options).say("x"));
    assertEquals("yes", seen.get(0).get("private"));
    assertEquals("acme", seen.get(1).get("tenant"));
    assertEquals(seen.get(0).get("traceparent"), seen.get(1).get("traceparent"));
    assertNull(seen.get(1).get("private"));
  }

  @Test
  void implementationLogsWithNodeMethodAndCall() throws Exception {
    LogContext logs = LogContext.carrying("tenant");
    Talk noting =
        line -> {
          seen.add(MDC.getCopyOfContextMap());
          return line;
        };
    nodes.start(
        "server",
        node -> node.interceptServer(logs).executor(Runnable::run),
        new Talk.Skeleton(noting));
    RpcNode client = nodes.start("client", node -> node.interceptClient(logs));

    MDC.put("tenant", "acme");
    MDC.put("private", "yes");
    new Talk.Stub(client.channelTo("server")).say("x");
    MDC.clear();
    new Talk.Stub(client.channelTo("server")).say("y");
    assertEquals("server", seen.get(0).get(LogContext.NODE));
    assertEquals("Talk.say", seen.get(0).get(LogContext.METHOD));
    assertEquals("client", seen.get(0).get(LogContext.FROM));
    assertNotNull(seen.get(0).get(LogContext.CALL));
    assertEquals("acme", seen.get(0).get("tenant"));
    assertNull(seen.get(0).get("private"));
    assertNull(seen.get(1).get("tenant"), "nothing of an earlier call stays on the thread");
  }

  @Test
  void callbackOfAnAsynchronousCallHasItsCallersMdc() {
    relay("server", null);
    RpcNode client = nodes.start("client", node -> node.interceptClient(LogContext.carrying()));

    MDC.put("user", "ada");
    String user =
        new Talk.Stub(client.channelTo("server"))
            .sayLater("x")
            .thenApply(said -> MDC.get("user"))
            .join();
    assertEquals("ada", user);
  }
}
