package io.callbox.internal.gateway.mcp;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.gateway.Waiting;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.LiveService;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.Request;
import io.callbox.internal.gateway.rpc.OpenRpcRoute;
import io.callbox.node.RpcNode;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Contracts that this version cannot read; their documents are among the test's resources. */
final class OddContractsTest {

  /** A service of one method, {@code go}. */
  private record Odd(ServiceDescriptor descriptor) implements ServiceSkeleton {

    static Odd named(String name) {
      return new Odd(
          ServiceDescriptor.of(
              name, MethodDescriptor.named(name, "go").returning(JsonParser::getText)));
    }

    @Override
    public Invocation read(MethodDescriptor<?> method, JsonParser params) {
      throw ServerCalls.unimplemented(method);
    }
  }

  private static String document(Directory directory) throws Exception {
    RequestHead head = new RequestHead("GET", "/openrpc.json", Map.of());
    Request request =
        new Request(
            head, Map.of(), Caller.LOCAL, new byte[0], new CompletableFuture<>(), more -> true);
    Answer answer =
        new OpenRpcRoute(directory, "all")
            .answer(request)
            .toCompletableFuture()
            .get(60, TimeUnit.SECONDS);
    return new String(((Answer.Whole) answer).body(), StandardCharsets.UTF_8);
  }

  private static LiveServices look(Directory directory) throws Exception {
    return directory.services().get(60, TimeUnit.SECONDS);
  }

  @Test
  void serviceWithAnOddContractHidesNoOther() throws Exception {
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode worker =
            RpcNode.builder("worker")
                .transport(transport)
                .register(new LibrarySkeleton(new Shelves()))
                .register(Odd.named("OddTries"))
                .register(Odd.named("OddTools"))
                .start();
        RpcNode node = RpcNode.builder("gateway").transport(transport).start();
        Directory directory = new Directory(node, method -> true)) {
      assertTrue(worker.health().alive());
      Waiting.until(
          () -> {
            LiveService library = look(directory).services().get("Library");
            return library != null && library.contract().isPresent();
          });
      LiveServices services = look(directory);
      assertEquals(Set.of("Library", "OddTries", "OddTools"), services.services().keySet());
      assertTrue(
          requireNonNull(services.services().get("OddTries")).contract().isEmpty(),
          "it cannot be read");
      assertTrue(services.method("OddTries.go").isPresent(), "its card says so");
      String document = document(directory);
      for (String method : Set.of("Library.find", "OddTries.go", "OddTools.go")) {
        assertTrue(document.contains('"' + method + '"'), document);
      }
      Set<String> tools = ToolEntry.of(services).keySet();
      assertTrue(tools.contains("Library_find"), tools.toString());
      assertTrue(!tools.contains("OddTools_go"), tools.toString());
    }
  }
}
