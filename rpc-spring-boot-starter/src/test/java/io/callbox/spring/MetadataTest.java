package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** What an editor shows of the properties. */
final class MetadataTest {

  private static JsonNode metadata() throws IOException {
    String base = CallboxProperties.class.getProtectionDomain().getCodeSource().getLocation() + "";
    try (InputStream in =
        new URL(base + "META-INF/spring-configuration-metadata.json").openStream()) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** A property that is missing there would be called misspelt. */
  @Test
  void eachPropertyIsKnown() throws IOException {
    assertThat(metadata().get("properties"))
        .extracting(property -> property.get("name").asText())
        .filteredOn(name -> name.startsWith("callbox.") && !name.equals("callbox.clients"))
        .containsExactlyInAnyOrderElementsOf(
            UnknownProperties.KNOWN.stream().map(Object::toString).toList());
  }

  @Test
  void eachPropertyHasADescription() throws IOException {
    JsonNode metadata = metadata();
    assertThat(metadata.get("properties"))
        .extracting(property -> property.get("name").asText())
        .containsExactlyInAnyOrder(
            "callbox.clients",
            "callbox.concurrency",
            "callbox.enabled",
            "callbox.gateway.allow-actions",
            "callbox.gateway.expose",
            "callbox.gateway.local",
            "callbox.gateway.mask-payloads",
            "callbox.gateway.origins",
            "callbox.gateway.path",
            "callbox.gateway.timeout",
            "callbox.gateway.tokens",
            "callbox.namespace",
            "callbox.node.id",
            "callbox.redis.uri",
            "callbox.timeout",
            "management.health.callbox.enabled",
            "management.info.callbox.enabled");
    assertThat(metadata.get("properties"))
        .allSatisfy(property -> assertThat(property.path("description").asText()).endsWith("."));
  }
}
