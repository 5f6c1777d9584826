package io.callbox.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcException;
import io.callbox.testing.Count;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.time.Await;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stream is one call for traces and metrics, which ends when the stream does. */
final class TracedStreamsTest {

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final Nodes nodes = Nodes.inMemory();

  @AfterEach
  void close() {
    nodes.close();
  }

  private static RpcNodeBuilder traced(RpcNodeBuilder node) {
    return node.intercept(TracedCalls.with(TELEMETRY.getOpenTelemetry()))
        .intercept(MeasuredCalls.with(TELEMETRY.getOpenTelemetry()));
  }

  private Count.Stub count(Count implementation) {
    nodes.start("server", TracedStreamsTest::traced, new Count.Skeleton(implementation));
    return new Count.Stub(nodes.start("client", TracedStreamsTest::traced).channelTo("server"));
  }

  private static List<SpanData> spans(SpanKind kind, int count) {
    Await.until("spans have ended", () -> spans(kind).size() == count);
    return spans(kind);
  }

  private static List<SpanData> spans(SpanKind kind) {
    return TELEMETRY.getSpans().stream().filter(span -> span.getKind() == kind).toList();
  }

  private static String status(SpanData span) {
    return span.getAttributes().get(AttributeKey.stringKey("callbox.status"));
  }

  @Test
  void spansAreOfTheWholeStreamAndOneTrace() {
    try (Stream<Integer> numbers = count(end -> IntStream.range(0, end).boxed()).to(100)) {
      Iterator<Integer> each = numbers.iterator();
      each.next();
      assertEquals(0, TELEMETRY.getSpans().size(), "it has not ended");
      each.forEachRemaining(number -> {});
    }
    SpanData client = spans(SpanKind.CLIENT, 1).get(0);
    SpanData server = spans(SpanKind.SERVER, 1).get(0);
    assertEquals(client.getSpanId(), server.getParentSpanId());
    assertEquals("OK", status(client));
    assertEquals("OK", status(server));
    Await.until("both are measured", () -> TELEMETRY.getMetrics().size() == 2);
    for (MetricData metric : TELEMETRY.getMetrics()) {
      assertEquals(1, metric.getHistogramData().getPoints().iterator().next().getCount());
    }
  }

  @Test
  void callThatAnItemMakesIsAChildOfItsStream() {
    nodes.start("other", TracedStreamsTest::traced, new Talk.Skeleton(line -> line));
    RpcNode middle = nodes.start("middle", TracedStreamsTest::traced);
    Talk.Stub talk = new Talk.Stub(middle.channelTo("other"));
    Count asking =
        end -> IntStream.range(0, end).mapToObj(number -> Integer.valueOf(talk.say("" + number)));
    assertEquals(List.of(0, 1, 2), count(asking).to(3).toList());
    String stream =
        spans(SpanKind.SERVER, 4).stream()
            .filter(span -> span.getName().equals("Count.to"))
            .findFirst()
            .orElseThrow()
            .getSpanId();
    List<SpanData> nested =
        spans(SpanKind.CLIENT, 4).stream()
            .filter(span -> span.getName().equals("Talk.say"))
            .toList();
    assertEquals(3, nested.size());
    nested.forEach(span -> assertEquals(stream, span.getParentSpanId()));
    assertEquals(1, TELEMETRY.getSpans().stream().map(SpanData::getTraceId).distinct().count());
  }

  @Test
  void subscriberIsToldInTheContextOfItsCaller() throws Exception {
    Count.Stub count = count(end -> IntStream.range(0, end).boxed());
    Span root = TELEMETRY.getOpenTelemetry().getTracer("test").spanBuilder("root").startSpan();
    CompletableFuture<Span> current = new CompletableFuture<>();
    try (Scope scope = root.makeCurrent()) {
      assertTrue(scope != null);
      count.publisherTo(3).subscribe(new Watching(current));
    }
    assertEquals(root, current.get(20, TimeUnit.SECONDS));
    root.end();
  }

  @Test
  void streamThatFailsIsAnErrorAndOneThatIsClosedIsCancelled() {
    Count failing =
        end ->
            IntStream.range(0, Math.abs(end))
                .mapToObj(
                    number -> {
                      if (end < 0 && number == 5) {
                        throw new IllegalStateException("failed as asked");
                      }
                      return number;
                    });
    Count.Stub count = count(failing);
    assertThrows(RpcException.class, () -> count.to(-10).toList());
    assertEquals("APPLICATION", status(spans(SpanKind.CLIENT, 1).get(0)));
    assertEquals(StatusCode.ERROR, spans(SpanKind.SERVER, 1).get(0).getStatus().getStatusCode());
    count.to(1_000_000).close();
    assertEquals("CANCELLED", status(spans(SpanKind.CLIENT, 2).get(1)));
    assertEquals("CANCELLED", status(spans(SpanKind.SERVER, 2).get(1)));
  }

  /** Tells what is current when its first item comes. */
  private record Watching(CompletableFuture<Span> current) implements Flow.Subscriber<Integer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Integer item) {
      current.complete(Span.current());
    }

    @Override
    public void onError(Throwable failure) {
      current.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {}
  }
}
