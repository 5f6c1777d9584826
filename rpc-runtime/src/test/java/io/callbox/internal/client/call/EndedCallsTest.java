package io.callbox.internal.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.internal.client.request.CallerIdentity;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.internal.wire.Slice;
import io.callbox.json.Numbers;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls end, whatever happens to those that end them, and show whose they are. */
@Timeout(60)
final class EndedCallsTest {

  private static final PendingCall.Sender SENDER = (call, failure) -> call.failed(failure);
  private static final MethodDescriptor<Integer> METHOD =
      MethodDescriptor.named("Slow", "run").returning(Numbers::readInt);
  private static final Route ROUTE = new Route(Namespace.NONE.inbox("nobody"), true, false);

  private final InMemoryTransport transport = new InMemoryTransport();
  private final PendingCalls pending = new PendingCalls();
  private final TaskScheduler later =
      new TaskScheduler("ended-later", new InMemoryTransport().clock());
  private final CallCanceller canceller =
      new CallCanceller(
          transport,
          Namespace.NONE.cancellations(),
          CallerIdentity.ofNew("caller", Namespace.NONE),
          later);

  @AfterEach
  void close() {
    later.close();
    transport.close();
  }

  @Test
  void callThatCannotBeEndedFails() {
    BlockingCall<Integer> call = call(1, Duration.ofDays(1));
    pending.register(call);
    pending.removeAll(
        each -> true,
        each -> {
          throw new AssertionError("on purpose");
        });
    assertEquals(StatusCode.INTERNAL, failureOf(call).code());
  }

  @Test
  void timeoutsFireAfterOneOfThemHasFailed() {
    TimeoutMonitor deadlines =
        new TimeoutMonitor("ended-deadlines", pending, transport.clock(), canceller);
    deadlines.start();
    Broken broken = new Broken();
    pending.register(broken);
    BlockingCall<Integer> call = call(2, Duration.ofMillis(50));
    pending.register(call);
    assertEquals(StatusCode.UNAVAILABLE, failureOf(call).code());
    assertTrue(broken.asked);
    deadlines.stop();
  }

  @Test
  void failureMadeOnAnotherThreadShowsTheFramesOfTheCaller() throws Exception {
    BlockingCall<Integer> call = call(3, Duration.ofDays(1));
    pending.register(call);
    Thread other =
        new Thread(() -> pending.fail(call, new RpcException(StatusCode.INTERNAL, "elsewhere")));
    other.start();
    RpcException failure = failureOf(call);
    other.join(TimeUnit.SECONDS.toMillis(10));
    assertTrue(
        Arrays.stream(failure.getStackTrace())
            .anyMatch(frame -> frame.getMethodName().startsWith("failureMadeOnAnotherThread")),
        () -> Arrays.toString(failure.getStackTrace()));
  }

  private RpcException failureOf(BlockingCall<Integer> call) {
    return assertThrows(
        RpcException.class, () -> call.await(pending, canceller, transport.clock()));
  }

  private static BlockingCall<Integer> call(long number, Duration timeout) {
    return new BlockingCall<>(METHOD, ROUTE, sent(number, timeout), SENDER);
  }

  private static CallRequest sent(long number, Duration timeout) {
    return new CallRequest(
        number, RequestEnvelope.of(new byte[0]), System.nanoTime(), timeout.toNanos(), null);
  }

  /** A call whose failure fails. */
  private static final class Broken extends PendingCall {

    private volatile boolean asked;

    Broken() {
      super(METHOD, ROUTE, sent(0, Duration.ofMillis(1)), SENDER);
    }

    @Override
    public void answered(Slice response) {}

    @Override
    protected void failed(RpcException failure) {
      asked = true;
      throw new AssertionError("on purpose");
    }
  }
}
