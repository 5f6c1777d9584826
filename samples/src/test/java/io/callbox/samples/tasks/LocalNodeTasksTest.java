package io.callbox.samples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.samples.demo.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class LocalNodeTasksTest {

  private final LocalNodeTasks tasks = new LocalNodeTasks("node-1", Duration.ofMinutes(1), () -> 3);

  @Test
  void infoTellsNodeProcessAndCalls() {
    SystemInfo info = tasks.systemInfo();
    assertEquals("node-1", info.node());
    assertEquals(ProcessHandle.current().pid(), info.processId());
    assertEquals(3, info.fibonacciCalls());
    assertEquals(List.of(), info.runningTasks());
  }

  @Test
  void cancelledInstallationEndsEarlyAndSaysSo() throws Exception {
    CompletableFuture<String> installation = install("python");
    Await.until("the task runs", () -> runningTasks().equals(List.of("install-python")));
    tasks.cancelTask("install-python");
    assertEquals("the installation of python on node-1 was cancelled", installation.join());
    assertEquals(List.of(), runningTasks());
  }

  @Test
  void unknownTaskIsIgnored() {
    tasks.cancelTask("install-nothing");
    assertEquals(List.of(), runningTasks());
  }

  @Test
  void unknownLanguageIsRefusedByName() {
    UnknownLanguageException refusal =
        assertThrows(UnknownLanguageException.class, () -> tasks.installLanguage("cobol"));
    assertEquals("cobol", refusal.language());
    assertEquals(
        "no installer for cobol on node-1; there are [java, node, php, python]",
        refusal.getMessage());
  }

  private List<String> runningTasks() {
    return tasks.systemInfo().runningTasks();
  }

  private CompletableFuture<String> install(String language) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return tasks.installLanguage(language);
          } catch (UnknownLanguageException e) {
            return e.getMessage();
          }
        });
  }
}
