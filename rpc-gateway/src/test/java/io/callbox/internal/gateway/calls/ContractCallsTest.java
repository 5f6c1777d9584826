package io.callbox.internal.gateway.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ServiceInfo;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ContractCallsTest {

  private final InMemoryTransport transport = new InMemoryTransport();
  private final RpcNode healthy =
      RpcNode.builder("healthy")
          .transport(transport)
          .register(new LibrarySkeleton(new Shelves()))
          .start();
  private final RpcNode asking = RpcNode.builder("gateway").transport(transport).start();
  private final NodeInfo there =
      asking.registry().nodes().stream()
          .filter(each -> each.id().equals(healthy.id()))
          .findFirst()
          .orElseThrow();
  private final ServiceInfo service = there.services().get(0);
  private final ContractCalls calls = new ContractCalls(asking);

  @AfterEach
  void close() {
    asking.close();
    healthy.close();
    transport.close();
  }

  /** A node that is listed as the newest, with this id. */
  private NodeInfo listed(String id, String incarnation, ServiceInfo served) {
    return new NodeInfo(
        id, incarnation, there.place(), Instant.MAX, null, Map.of(), List.of(served));
  }

  @Test
  void nodeThatDoesNotAnswerKeepsNoOtherFromBeingAsked() {
    NodeInfo stuck = listed("stuck", "1", service);
    Map<ServiceInfo, LiveService> told = calls.ask(Map.of(service, List.of(stuck, there)));
    assertEquals(Map.of(), told, "the newest is asked first");
    told = calls.ask(Map.of(service, List.of(stuck, there)));
    assertEquals(Set.of(service), told.keySet());
    NodeInfo again = listed("stuck", "2", service);
    assertEquals(
        Map.of(), calls.ask(Map.of(service, List.of(again))), "it has started again: it is asked");
  }

  @Test
  void nodeWhoseCardHasAnImpossibleIdHidesNoOther() throws Exception {
    String card =
        """
        {"node": "no id:", "incarnation": "1",
         "services": {"Other": {"revision": "1", "methods": ["go"]}}}""";
    NodeStore.Claim odd =
        new NodeStore.Claim("odd", card.getBytes(UTF_8), Duration.ofMinutes(10), false);
    transport.members(Namespace.NONE).join(odd).toCompletableFuture().get(60, SECONDS);
    try (Directory directory = new Directory(asking, method -> true)) {
      assertEquals(
          Set.of(service.name()), directory.services().get(60, SECONDS).services().keySet());
    }
  }
}
