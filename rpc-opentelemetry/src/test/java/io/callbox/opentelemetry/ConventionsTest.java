package io.callbox.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.testing.Talk;
import io.callbox.transport.memory.InMemoryTransport;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans and metrics have the names that OpenTelemetry's conventions give them. */
final class ConventionsTest {

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "rpc", "http/dup", "http,rpc", "rpc/duplicate"})
  void stableNamesAreTheDefault(@Nullable String optIn) {
    assertEquals(Conventions.STABLE, Conventions.of(optIn));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rpc/dup", "rpc,rpc/dup", "http, rpc/dup ,database"})
  void oldNamesAreThereOnRequest(String optIn) {
    assertEquals(Conventions.STABLE_AND_OLD, Conventions.of(optIn));
  }

  @Test
  void spansOfAFailedCallSayWhatTheyMust() {
    callAndFail(Conventions.STABLE);
    for (SpanData span : TELEMETRY.getSpans()) {
      assertEquals("Talk.say", span.getName());
      Map<String, Object> said = said(span);
      assertEquals("jsonrpc", said.get("rpc.system.name"));
      assertEquals("Talk.say", said.get("rpc.method"));
      assertEquals("2.0", said.get("jsonrpc.protocol.version"));
      assertEquals("-32000", said.get("rpc.response.status_code"));
      assertEquals("APPLICATION", said.get("error.type"));
      assertTrue(
          said.keySet().stream()
              .noneMatch(Set.of("rpc.system", "rpc.service", "rpc.jsonrpc.version")::contains),
          said::toString);
    }
  }

  @Test
  void oldAndStableNamesStandBesideEachOther() {
    callAndFail(Conventions.STABLE_AND_OLD);
    for (SpanData span : TELEMETRY.getSpans()) {
      Map<String, Object> said = said(span);
      assertEquals("jsonrpc", said.get("rpc.system.name"));
      assertEquals("jsonrpc", said.get("rpc.system"));
      assertEquals("Talk", said.get("rpc.service"));
      assertEquals(-32000L, said.get("rpc.jsonrpc.error_code"));
    }
    assertEquals(
        Set.of(
            "rpc.client.call.duration",
            "rpc.server.call.duration",
            "rpc.client.duration",
            "rpc.server.duration"),
        TELEMETRY.getMetrics().stream().map(MetricData::getName).collect(Collectors.toSet()));
  }

  @Test
  void durationsAreInSecondsByMethodAndStatus() {
    callAndFail(Conventions.STABLE);
    Map<String, MetricData> metrics =
        TELEMETRY.getMetrics().stream().collect(Collectors.toMap(MetricData::getName, m -> m));
    assertEquals(Set.of("rpc.client.call.duration", "rpc.server.call.duration"), metrics.keySet());
    for (MetricData metric : metrics.values()) {
      assertEquals("s", metric.getUnit());
      HistogramPointData point = metric.getHistogramData().getPoints().iterator().next();
      assertEquals(1, point.getCount());
      assertTrue(point.getSum() > 0 && point.getSum() < 30, point::toString);
      assertEquals(14, point.getBoundaries().size());
      assertEquals(
          "-32000", point.getAttributes().get(AttributeKey.stringKey("rpc.response.status_code")));
      assertEquals("Talk.say", point.getAttributes().get(AttributeKey.stringKey("rpc.method")));
    }
  }

  private static Map<String, Object> said(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .collect(Collectors.toMap(each -> each.getKey().getKey(), Map.Entry::getValue));
  }

  private static void callAndFail(Conventions conventions) {
    InMemoryTransport transport = new InMemoryTransport();
    Talk failing =
        line -> {
          throw new IllegalStateException("failed as asked");
        };
    try (RpcNode server = node("server", transport, conventions, failing);
        RpcNode client = node("client", transport, conventions, line -> line)) {
      Talk talk = new Talk.Stub(client.channelTo(server.id()));
      assertThrows(RpcException.class, () -> talk.say("x"));
    }
  }

  private static RpcNode node(
      String id, InMemoryTransport transport, Conventions conventions, Talk implementation) {
    return RpcNode.builder(id)
        .transport(transport)
        .intercept(TracedCalls.with(TELEMETRY.getOpenTelemetry(), conventions))
        .intercept(MeasuredCalls.with(TELEMETRY.getOpenTelemetry(), conventions))
        .register(new Talk.Skeleton(implementation))
        .start();
  }
}
