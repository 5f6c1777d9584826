package io.callbox.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.testing.Talk;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Traces of calls among nodes over a real Redis. */
@CallboxTest
final class TracedCallsTest {

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final List<RpcNode> nodes = new ArrayList<>();
  private RedisServer redis;

  @BeforeEach
  void start(RedisServer shared) {
    redis = shared;
  }

  @AfterEach
  void stop() {
    nodes.forEach(RpcNode::close);
  }

  private RpcNode node(String id, Talk implementation) {
    RpcNode node =
        RpcNode.builder(id)
            .redis(redis.uri())
            .intercept(TracedCalls.with(TELEMETRY.getOpenTelemetry()))
            .register(new Talk.Skeleton(implementation))
            .start();
    nodes.add(node);
    return node;
  }

  private Talk.Stub talkTo(String id) {
    return new Talk.Stub(nodes.get(nodes.size() - 1).channelTo(id));
  }

  private static SpanData span(SpanKind kind, String node) {
    return TELEMETRY.getSpans().stream()
        .filter(span -> span.getKind() == kind)
        .filter(span -> span.getAttributes().asMap().containsValue(node))
        .filter(span -> node.equals(attribute(span, "callbox.node")))
        .findFirst()
        .orElseThrow();
  }

  private static SpanData callTo(String peer) {
    return TELEMETRY.getSpans().stream()
        .filter(span -> span.getKind() == SpanKind.CLIENT)
        .filter(span -> peer.equals(attribute(span, "callbox.peer")))
        .findFirst()
        .orElseThrow();
  }

  /** The caller's span tells where the time went on the server. */
  private static void assertTimed(SpanData span) {
    assertNotNull(span.getAttributes().get(AttributeKey.longKey("callbox.queued_ms")));
    Long ran = span.getAttributes().get(AttributeKey.longKey("callbox.ran_us"));
    long total = TimeUnit.NANOSECONDS.toMicros(span.getEndEpochNanos() - span.getStartEpochNanos());
    assertTrue(ran != null && ran <= total, span::toString);
  }

  private static String attribute(SpanData span, String name) {
    return span.getAttributes().get(AttributeKey.stringKey(name));
  }

  @Test
  void callThatCallsTwoOthersOneAsynchronouslyIsOneTrace() throws Exception {
    node("b", line -> line);
    node("c", line -> line);
    node("d", line -> line);
    Talk.Stub[] next = new Talk.Stub[3];
    Talk calling =
        new Talk() {
          @Override
          public String say(String line) {
            throw new AssertionError();
          }

          @Override
          public CompletableFuture<String> sayLater(String line) {
            next[0].say(line);
            return next[1].sayAsync(line).thenCompose(said -> next[2].sayAsync(said));
          }
        };
    RpcNode middle = node("a", calling);
    next[0] = new Talk.Stub(middle.channelTo("b"));
    next[1] = new Talk.Stub(middle.channelTo("c"));
    next[2] = new Talk.Stub(middle.channelTo("d"));
    node("client", line -> line);
    Span root = TELEMETRY.getOpenTelemetry().getTracer("test").spanBuilder("root").startSpan();
    Context.current()
        .with(root)
        .wrap(() -> assertEquals("x", talkTo("a").sayLater("x").join()))
        .run();
    root.end();
    assertEquals(9, TELEMETRY.getSpans().size());
    assertEquals(1, TELEMETRY.getSpans().stream().map(SpanData::getTraceId).distinct().count());
    assertParent(callTo("a"), root.getSpanContext().getSpanId());
    SpanData served = span(SpanKind.SERVER, "a");
    assertParent(served, callTo("a").getSpanId());
    for (String nested : List.of("b", "c", "d")) {
      assertParent(callTo(nested), served.getSpanId());
      assertParent(span(SpanKind.SERVER, nested), callTo(nested).getSpanId());
    }
  }

  private static void assertParent(SpanData span, String parent) {
    assertEquals(parent, span.getParentSpanId(), span::toString);
  }

  @Test
  void failureIsAnErrorOfBothSpans() {
    node(
        "server",
        line -> {
          throw new IllegalStateException("failed as asked");
        });
    node("client", line -> line);
    assertThrows(RpcException.class, () -> talkTo("server").say("x"));
    assertTimed(span(SpanKind.CLIENT, "client"));
    for (SpanKind kind : List.of(SpanKind.CLIENT, SpanKind.SERVER)) {
      SpanData span = span(kind, kind == SpanKind.CLIENT ? "client" : "server");
      assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
      assertEquals("APPLICATION", attribute(span, "error.type"));
    }
    assertFalse(Span.current().getSpanContext().isValid());
  }

  @Test
  void declaredExceptionIsAnAnswerAndNoError() {
    node(
        "server",
        line -> {
          throw new Talk.MuteException("no");
        });
    node("client", line -> line);
    assertThrows(Talk.MuteException.class, () -> talkTo("server").say("x"));
    assertEquals(StatusCode.UNSET, span(SpanKind.SERVER, "server").getStatus().getStatusCode());
    assertEquals(StatusCode.UNSET, span(SpanKind.CLIENT, "client").getStatus().getStatusCode());
  }

  @Test
  void withoutACurrentSpanEachCallIsATraceOfItsOwn() throws Exception {
    node("server", line -> line);
    node("client", line -> line);
    talkTo("server").say("x");
    assertTimed(span(SpanKind.CLIENT, "client"));
    talkTo("server").say("y");
    assertEquals(4, TELEMETRY.getSpans().size());
    assertEquals(2, TELEMETRY.getSpans().stream().map(SpanData::getTraceId).distinct().count());
  }
}
