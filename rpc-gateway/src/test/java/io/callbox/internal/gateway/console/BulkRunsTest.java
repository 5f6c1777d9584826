package io.callbox.internal.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.deadletter.LetterFilter;
import io.callbox.deadletter.ReplayOptions;
import io.callbox.gateway.access.Action;
import io.callbox.internal.gateway.console.Actions.Outcome;
import io.callbox.node.RpcNode;
import io.callbox.transport.Namespace;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BulkRunsTest {

  private final InMemoryTransport transport = new InMemoryTransport();
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<String> pages = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private long letters;
  private RpcNode node;
  private BulkRuns runs;

  @BeforeEach
  void start() {
    node = RpcNode.builder("gateway").transport(transport).start();
    runs = new BulkRuns(node, tasks::add, page -> pages.add(new String(page, UTF_8)));
  }

  @AfterEach
  void stop() {
    node.close();
    transport.close();
  }

  private void bury(int number, boolean mayHaveRun) {
    String entry =
        "{\"reason\":\"why\",\"at\":1,\"mayHaveRun\":%s,\"request\":{\"id\":%d,\"method\":\"A.b\"}}"
            .formatted(mayHaveRun, number);
    transport
        .leases()
        .deadLetter(
            Namespace.NONE.service("Shop"), new Worker("b", "1"), ++letters, entry.getBytes(UTF_8))
        .toCompletableFuture()
        .join();
  }

  private static BulkRuns.Task task(String id, Action action, Consumer<String> told) {
    return new BulkRuns.Task(id, action, "Shop", LetterFilter.ALL, ReplayOptions.DEFAULT, told);
  }

  @Test
  void oneRunGoesOnAtATimeAndSaysWhatItDidAndWhatIsLeft() {
    assertNull(runs.latest());
    bury(1, false);
    bury(2, true);
    assertTrue(runs.start(task("first", Action.REPLAY, ended::add)).done());
    assertFalse(runs.start(task("second", Action.DROP, ended::add)).done());
    tasks.remove().run();
    String outcome =
        "Back in the queue: 1 of 2. Left there: 1, which may have run or cannot be read.";
    assertEquals(List.of(outcome), ended);
    assertTrue(pages.get(pages.size() - 1).contains("\"outcome\":\"" + outcome + "\""));
    assertTrue(runs.start(task("second", Action.DROP, ended::add)).done());
    tasks.remove().run();
    assertEquals("Dropped: 1.", ended.get(1));
  }

  @Test
  void onlyTheRunThatIsMeantIsStopped() {
    for (int number = 0; number < 5; number++) {
      bury(number, false);
    }
    runs.start(task("mine", Action.DROP, ended::add));
    assertFalse(runs.stop(Action.REPLAY, "Shop", "mine").done());
    assertFalse(runs.stop(Action.DROP, "Other", "mine").done());
    assertFalse(runs.stop(Action.DROP, "Shop", "another").done());
    assertTrue(runs.stop(Action.DROP, "Shop", "mine").done());
    tasks.remove().run();
    assertEquals(List.of("Stopped. Dropped: 0. Not looked at: 5."), ended);
    assertFalse(runs.stop(Action.DROP, "Shop", "mine").done(), "it has ended");
    assertEquals(5, node.deadLetters("Shop").count());
  }

  @Test
  void runEndsEvenIfItsEndCannotBeTold() {
    runs.start(
        task(
            "first",
            Action.DROP,
            text -> {
              throw new IllegalStateException(text);
            }));
    Runnable run = tasks.remove();
    try {
      run.run();
    } catch (IllegalStateException untold) {
      assertEquals("Dropped: 0.", untold.getMessage());
    }
    assertTrue(runs.start(task("second", Action.DROP, ended::add)).done());
  }

  @Test
  void nothingBeginsWhenTheGatewayEnds() {
    BulkRuns closing =
        new BulkRuns(
            node,
            task -> {
              throw new RejectedExecutionException("closed");
            },
            page -> pages.add(new String(page, UTF_8)));
    assertEquals(
        new Outcome(false, "The gateway ends."),
        closing.start(task("late", Action.DROP, ended::add)));
    assertFalse(closing.stop(Action.DROP, "Shop", "late").done(), "it is over");
  }
}
