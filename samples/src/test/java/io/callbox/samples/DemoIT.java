package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import io.callbox.samples.demo.Await;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command {@code demo}, which starts a Redis and three nodes. */
@Tag("drill")
final class DemoIT {

  private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();

  @Test
  void demoShowsALineForEachStepAndLeavesNoProcess() throws Exception {
    try (Program demo = Program.samples("demo")) {
      awaitFourProcesses(demo);
      Outcome outcome = demo.awaitEnd();
      assertEquals(0, outcome.exitCode(), outcome::toString);
      assertEquals("", outcome.err());
      List<String> lines = outcome.out().lines().toList();
      assertEquals(20, lines.size(), outcome::out);
      List<String> ends =
          List.of(
              "node-1, node-2, node-3 provide Arith, and demo only calls",
              "up guest, down guest",
              "says 7 x 8 = 56",
              "{\"jsonrpc\":\"2.0\",\"id\":\"by-hand\",\"result\":56}",
              "PERMISSION_DENIED: Desk.empty: not for till",
              "the tenant is acme",
              "parameter 'order.lines[1].quantity' must be greater than or equal to 1",
              "circuit breaker 'node-9' is open",
              "within it Arith.multiply at office and Arith.multiply at office",
              "now the node is closed",
              "in another terminal rpc-cli/callbox gateway --allow-actions --redis ADDRESS");
      for (String end : ends) {
        assertTrue(lines.stream().anyMatch(line -> line.endsWith(end)), end);
      }
      awaitNoProcess();
    }
  }

  @Test
  void demoToldToEndLeavesNoProcess() throws Exception {
    try (Program demo = Program.samples("demo")) {
      awaitFourProcesses(demo);
      demo.terminate();
      demo.awaitEnd();
      awaitNoProcess();
    }
  }

  private void awaitFourProcesses(Program demo) throws Exception {
    Await.until(
        "a Redis and three nodes run",
        () -> {
          demo.handle().descendants().forEach(started::add);
          return started.size() >= 4;
        });
  }

  private void awaitNoProcess() throws Exception {
    Await.until("all are gone", () -> started.stream().noneMatch(ProcessHandle::isAlive));
  }
}
