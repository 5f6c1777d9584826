package io.callbox.internal.client.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.push.OpenWaits;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Submission;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that wait for one call before Redis has answered its submission. */
@Timeout(60)
final class OutcomesTest {

  private static final QueueName QUEUE = new QueueName("services:Jobs");
  private static final String ID = "taken";

  private final InMemoryTransport transport = new InMemoryTransport();
  private final TaskScheduler later = new TaskScheduler("later", transport.clock());
  private final Namespace namespace = Namespace.NONE;
  private final Outcomes outcomes =
      new Outcomes(
          new ClientSettings(
              "client",
              "1",
              namespace,
              Duration.ofSeconds(5),
              1 << 20,
              100,
              RetryPolicy.DEFAULT,
              null),
          transport,
          new QueueName("rpc:done:client:name"),
          new CallbackExecutor("callback", later),
          later,
          new OpenWaits());

  private final FreshCall fresh = outcomes.unanswered(ID);

  @AfterEach
  void close() {
    outcomes.close();
    later.close();
    transport.close();
  }

  /** A call with this id has ended. */
  private void submitAndCancel() throws Exception {
    CallStore store = transport.calls(namespace);
    Submission submission =
        new Submission(ID, "once", new byte[] {}, 0, Duration.ofHours(1), false);
    store
        .submit(QUEUE, List.of(submission), new PushOptions(true, 100, "other", 1))
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
    assertEquals(
        "CANCELLED", store.cancel(QUEUE, ID).toCompletableFuture().get(10, TimeUnit.SECONDS));
  }

  private OutcomeWait begin() {
    return outcomes.wait(QUEUE, ID, false, fresh);
  }

  @Test
  void nobodyReadsTheRecordOfTheCallThatHasTheId() throws Exception {
    submitAndCancel();
    List<OutcomeWait> waits = List.of(begin(), begin(), begin());
    waits.forEach(each -> assertFalse(each.end().isDone()));
    RpcException taken = new RpcException(StatusCode.ALREADY_EXISTS, "it is there already");
    fresh.failed(taken);
    fresh.ended();
    waits.forEach(each -> assertTaken(taken, each));
    assertTaken(taken, begin());
  }

  private static void assertTaken(RpcException taken, OutcomeWait wait) {
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> wait.end().get(10, TimeUnit.SECONDS));
    assertSame(taken, failure.getCause());
  }

  @Test
  void allReadTheRecordOnceItIsTheirs() throws Exception {
    submitAndCancel();
    List<OutcomeWait> waits = List.of(begin(), begin(), begin());
    waits.forEach(each -> assertFalse(each.end().isDone()));
    fresh.answered(CallStore.Submitted.JOINED);
    for (OutcomeWait each : waits) {
      CallRecord record = each.end().get(10, TimeUnit.SECONDS);
      assertEquals("CANCELLED", record == null ? null : record.state());
    }
  }
}
