package io.callbox.internal.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.json.Numbers;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many retries calls earn; one in ten calls, and no more than ten are saved. */
final class RetriesTest {

  private static final MethodDescriptor<Integer> LOOK =
      MethodDescriptor.named("Arith", "look").idempotent().returning(Numbers::readInt);

  private final TaskScheduler later = new TaskScheduler("later", new SteppedClock());
  private final RpcException lostAnswer =
      new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, "no answer");
  private long calls;
  private final Retries retries = new Retries(settings(), () -> calls, later);

  @AfterEach
  void close() {
    later.close();
  }

  @Test
  void idleClientHasTenRetries() {
    assertEquals(10, retriesInARow());
  }

  @Test
  void tenCallsEarnARetry() {
    retriesInARow();
    calls += 9;
    assertEquals(0, retriesInARow());
    calls += 1;
    assertEquals(1, retriesInARow());
    calls += 35;
    assertEquals(3, retriesInARow());
  }

  @Test
  void manyCallsEarnNoMoreThanAnIdleClientHas() {
    retriesInARow();
    calls += 1_000_000;
    assertEquals(10, retriesInARow());
  }

  @Test
  void callThatMayHaveRunIsRepeatedOnlyIfItIsIdempotent() {
    PendingCall call = call(false);
    call.attempts = 1;
    assertFalse(retries.mayRetry(call, lostAnswer));
  }

  /** Returns how many requests may be sent again, one after the other. */
  private int retriesInARow() {
    PendingCall call = call(true);
    call.attempts = 1;
    int granted = 0;
    while (granted < 1_000 && retries.mayRetry(call, lostAnswer)) {
      granted++;
    }
    return granted;
  }

  private static PendingCall call(boolean idempotent) {
    return new BlockingCall<>(
        idempotent ? LOOK : Arith.MULTIPLY,
        new Route(new QueueName("services:Arith"), false, false),
        new CallRequest(1, RequestEnvelope.of(new byte[0]), 0, 1, null),
        (failed, reason) -> {});
  }

  private static ClientSettings settings() {
    return new ClientSettings(
        "client",
        "1",
        Namespace.NONE,
        Duration.ofSeconds(1),
        1 << 20,
        10_000,
        RetryPolicy.DEFAULT,
        null);
  }
}
