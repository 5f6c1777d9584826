package io.callbox.internal.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.node.RpcNode;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Services whose last node has left. */
final class SeenServicesTest {

  @Test
  void serviceThatIsNotServedAnyMoreIsKnownUntilItIsServedAgain() {
    SeenServices seen = new SeenServices();
    assertEquals(Set.of(), seen.leftBy(Set.of("Stock", "Shop")));
    assertEquals(Set.of("Stock"), seen.leftBy(Set.of("Shop")));
    assertEquals(Set.of("Stock", "Shop"), seen.leftBy(Set.of()));
    assertEquals(Set.of("Shop"), seen.leftBy(Set.of("Stock")));
  }

  @Test
  void namesAreBounded() {
    SeenServices seen = new SeenServices();
    seen.leftBy(Set.of("First"));
    assertEquals(Set.of("First"), seen.leftBy(Set.of()));
    Set<String> many =
        IntStream.range(0, SeenServices.MOST)
            .mapToObj(each -> "Service" + each)
            .collect(Collectors.toSet());
    seen.leftBy(many);
    assertEquals(many, seen.leftBy(Set.of()), "the first was known longest");
  }

  @Test
  void itIsShownWhileRequestsWaitForIt() throws Exception {
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode node = RpcNode.builder("console").transport(transport).start()) {
      transport
          .push(
              Namespace.NONE.service("Left"),
              List.of(new byte[] {123, 125}),
              new PushOptions(true, 10, "test", 1))
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
      LiveServices nobody = new LiveServices(List.of(), Map.of());
      JsonNode shown =
          new ObjectMapper()
              .readTree(new Snapshot(node, nobody, Set.of("Left", "Empty")).bytes())
              .get("services");
      assertEquals(1, shown.size(), shown::toString);
      assertEquals("Left", shown.get(0).get("name").asText());
      assertEquals(1, shown.get(0).get("depth").asInt());
      assertTrue(shown.get(0).get("providers").isEmpty());
      assertFalse(shown.get(0).has("paused"));
    }
  }
}
