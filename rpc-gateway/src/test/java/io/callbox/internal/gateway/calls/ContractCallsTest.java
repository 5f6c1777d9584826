package io.callbox.internal.gateway.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ServiceInfo;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ContractCallsTest {

  @Test
  void nodeThatDoesNotAnswerKeepsNoOtherFromBeingAsked() {
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode healthy =
            RpcNode.builder("healthy")
                .transport(transport)
                .register(new LibrarySkeleton(new Shelves()))
                .start();
        RpcNode asking = RpcNode.builder("gateway").transport(transport).start()) {
      NodeInfo there =
          asking.registry().nodes().stream()
              .filter(each -> each.id().equals(healthy.id()))
              .findFirst()
              .orElseThrow();
      ServiceInfo service = there.services().get(0);
      NodeInfo stuck =
          new NodeInfo("stuck", "1", there.place(), Instant.MAX, null, Map.of(), List.of(service));
      ContractCalls calls = new ContractCalls(asking);
      Map<ServiceInfo, LiveService> told = calls.ask(Map.of(service, List.of(stuck, there)));
      assertEquals(Map.of(), told, "the newest is asked first");
      told = calls.ask(Map.of(service, List.of(stuck, there)));
      assertEquals(Set.of(service), told.keySet());
      NodeInfo again =
          new NodeInfo("stuck", "2", there.place(), Instant.MAX, null, Map.of(), List.of(service));
      assertEquals(
          Map.of(),
          calls.ask(Map.of(service, List.of(again))),
          "it has started again: it is asked");
    }
  }

  @Test
  void nodeWhoseCardHasAnImpossibleIdHidesNoOther() {
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode healthy =
            RpcNode.builder("healthy")
                .transport(transport)
                .register(new LibrarySkeleton(new Shelves()))
                .start();
        RpcNode asking = RpcNode.builder("gateway").transport(transport).start()) {
      NodeInfo there =
          asking.registry().nodes().stream()
              .filter(each -> each.id().equals(healthy.id()))
              .findFirst()
              .orElseThrow();
      ServiceInfo service = there.services().get(0);
      ServiceInfo other = new ServiceInfo("Other", "1", List.of("go"));
      NodeInfo odd =
          new NodeInfo("no id:", "1", there.place(), Instant.MAX, null, Map.of(), List.of(other));
      ContractCalls calls = new ContractCalls(asking);
      assertEquals(
          Set.of(service),
          calls.ask(Map.of(service, List.of(there), other, List.of(odd))).keySet());
    }
  }
}
