package io.callbox.internal.gateway.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.Caller;
import io.callbox.internal.gateway.calls.CallerNodes;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.OwnCalls;
import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TaskListTest {

  @Test
  void listIsRefusedWhileTooManyAreRead() throws Exception {
    CallerNodes.Bounds bounds = new CallerNodes.Bounds(2, Duration.ofMinutes(2));
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode node = RpcNode.builder("gateway").transport(transport).start();
        Directory directory = new Directory(node, method -> true);
        CallerNodes nodes = new CallerNodes("gateway", transport, each -> each, bounds);
        TaskList list =
            new TaskList(
                new OwnCalls(directory, nodes, (caller, action, target) -> true),
                (caller, method) -> true)) {
      CompletableFuture<Collection<ToolEntry>> tools = new CompletableFuture<>();
      List<CompletableFuture<Map<String, Object>>> pages = new ArrayList<>();
      int room = TaskList.THREADS * (TaskList.WAITING + 1);
      for (int number = 0; number <= 2 * room; number++) {
        pages.add(list.page(Caller.LOCAL, tools::join, null).toFuture());
      }
      // which ones are beyond, depends on how soon the threads begin with the first
      List<CompletableFuture<Map<String, Object>>> beyond =
          pages.stream().filter(CompletableFuture::isCompletedExceptionally).toList();
      assertTrue(beyond.size() > room, () -> beyond.size() + " are refused");
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> beyond.get(0).get(30, TimeUnit.SECONDS));
      RpcException cause = assertInstanceOf(RpcException.class, refused.getCause());
      assertEquals(StatusCode.RESOURCE_EXHAUSTED, cause.code());
      tools.complete(List.of());
      assertTrue(pages.get(0).get(30, TimeUnit.SECONDS).containsKey("tasks"));
    }
  }
}
