package io.callbox.versions;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import consumer.Everything;
import io.callbox.json.Json;
import io.callbox.json.Tagged;
import io.callbox.micrometer.CallMeters;
import io.callbox.micrometer.NodeMeters;
import io.callbox.node.RpcNode;
import io.callbox.opentelemetry.TracedCalls;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.contract.Contract;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.validation.Validated;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.Channel;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.util.Map;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Calls over a real Redis, beside the versions that the build was asked to try. */
@CallboxTest
final class VersionsTest {

  private static final int ROUNDS = 3;
  private static final Map<String, Class<?>> LIBRARIES =
      Map.of(
          "hibernate-validator", HibernateValidator.class,
          "jackson", ObjectMapper.class,
          "micrometer", MeterRegistry.class,
          "netty", Channel.class,
          "opentelemetry", OpenTelemetry.class,
          "slf4j", Logger.class);

  /** Or another version would be praised for what this one does. */
  @ParameterizedTest
  @ValueSource(
      strings = {"hibernate-validator", "jackson", "micrometer", "netty", "opentelemetry", "slf4j"})
  void versionToBeTriedIsTheOneThatRuns(String library) {
    Class<?> type = requireNonNull(LIBRARIES.get(library));
    String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    String version = System.getProperty("tried." + library);
    assertTrue(jar.endsWith("-" + version + ".jar"), jar + " is not of version " + version);
  }

  @Test
  void everyTypeTravels(Nodes nodes) {
    Contract.of(Everything.class).seed(1).check(ROUNDS, nodes);
  }

  /** Of values that other programs write: Callbox writes the type first. */
  @Test
  void typeOfAnObjectIsFoundBehindItsMembers() throws IOException {
    String sum = "{\"price\":1.50,\"lines\":[{\"a\":1}],\"@type\":\"Sum\"}";
    JsonParser in = Json.FACTORY.createParser(sum);
    in.nextToken();
    assertEquals("Sum", Tagged.open(in, "@type").tag());
  }

  @Test
  void callsAreMeasuredTracedAndValidated(Nodes nodes) {
    MeterRegistry registry = new SimpleMeterRegistry();
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    try (ValidatorFactory validation = withoutExpressionLanguage();
        OpenTelemetrySdk telemetry = telemetry(spans)) {
      RpcNode node =
          nodes.start(
              "till",
              builder ->
                  builder.intercept(TracedCalls.with(telemetry)).intercept(CallMeters.in(registry)),
              Validated.by(validation.getValidator())
                  .service(Till.class, cents -> cents, TillSkeleton::new));
      new NodeMeters(node).bindTo(registry);
      Till till = new TillStub(node.channelToAny());
      assertEquals(12, till.pay(12));
      RpcException refused = assertThrows(RpcException.class, () -> till.pay(-1));
      assertEquals(StatusCode.INVALID_ARGUMENT, refused.code());
      assertEquals(1, registry.get("callbox.client.calls").tags("status", "OK").timer().count());
      assertEquals(1, registry.get("callbox.node.ready").gauge().value());
      assertEquals(2, spansOfTheClient(spans));
    }
  }

  private static long spansOfTheClient(InMemorySpanExporter spans) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getKind() == SpanKind.CLIENT)
        .count();
  }

  private static ValidatorFactory withoutExpressionLanguage() {
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
  }

  private static OpenTelemetrySdk telemetry(InMemorySpanExporter spans) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
    return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
  }
}
