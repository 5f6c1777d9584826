package io.callbox.samples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.samples.demo.Await;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tasks of another node, in a time that the test moves. */
@Timeout(60)
final class RemoteTasksTest {

  private final VirtualClock clock = new VirtualClock();
  private final Nodes nodes = Nodes.inMemory(clock);
  private final RpcChannel channel =
      nodes.serving(
          new NodeTasksSkeleton(new LocalNodeTasks("node-1", Duration.ofHours(1), () -> 0)));
  private final NodeTasksStub tasks = new NodeTasksStub(channel);
  private final NodeTasksAsyncStub later = new NodeTasksAsyncStub(channel);

  @AfterEach
  void close() {
    tasks.cancelTask("install-php");
    nodes.close();
  }

  @Test
  void unknownLanguageArrivesWithItsField() {
    UnknownLanguageException refusal =
        assertThrows(UnknownLanguageException.class, () -> tasks.installLanguage("cobol"));
    assertEquals("cobol", refusal.language());
  }

  @Test
  void cancellingEndsAnInstallationEarly() throws Exception {
    CompletableFuture<String> installation = later.installLanguage("php");
    awaitInstallation();
    tasks.cancelTask("install-php");
    assertEquals("the installation of php on node-1 was cancelled", installation.join());
  }

  @Test
  void callerOfASlowInstallationGivesUpAfterItsTimeout() throws Exception {
    CompletableFuture<String> installation =
        later.withTimeout(Duration.ofMinutes(5)).installLanguage("php");
    awaitInstallation();
    clock.advance(Duration.ofMinutes(5));
    CompletionException late = assertThrows(CompletionException.class, installation::join);
    assertEquals(
        StatusCode.DEADLINE_EXCEEDED, assertInstanceOf(RpcException.class, late.getCause()).code());
  }

  private void awaitInstallation() throws Exception {
    Await.until(
        "the task runs", () -> tasks.systemInfo().runningTasks().equals(List.of("install-php")));
  }
}
