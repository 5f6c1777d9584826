package io.callbox.internal.server.dispatch;

import static io.callbox.internal.server.dispatch.ServingParts.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.Outcome;
import io.callbox.rpc.Responder;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.ScriptedService;
import io.callbox.transport.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server does with a request whose method and arguments are known. */
final class CallRunnerTest {

  private static final String ID = "node-" + "s".repeat(22) + "-1";

  private final SteppedClock clock = new SteppedClock();
  private final List<String> said = new ArrayList<>();
  private Invocation implementation = responder -> succeed(responder, 56);
  private final ServingParts parts =
      new ServingParts(
          clock, null, ScriptedService.named("Odd").running("run", this::implementation));

  private void implementation(Responder responder) throws Exception {
    said.add("ran");
    implementation.run(responder);
  }

  @AfterEach
  void close() {
    parts.close();
    Thread.interrupted(); // what is cancelled here runs on this thread
  }

  @Test
  void firstOutcomeCounts() {
    implementation =
        responder -> {
          succeed(responder, 1);
          succeed(responder, 2);
          responder.fail(new IllegalStateException("too late"));
        };
    assertEquals(1, run("").only().get("result").asInt());
  }

  @Test
  void whatAnImplementationThrowsIsItsOutcome() {
    implementation =
        responder -> {
          throw new StackOverflowError("on purpose");
        };
    assertEquals("APPLICATION/yes", run("").status());
  }

  @Test
  void requestWhoseDeadlineHasPassedDoesNotRun() {
    clock.nanos = TimeUnit.SECONDS.toNanos(100);
    assertEquals("DEADLINE_EXCEEDED/no", run(",\"deadline\":99999").status());
    assertEquals(1, parts.stats.expiredRequests());
    assertEquals(List.of(), said);
    assertEquals(56, run(",\"deadline\":100000").only().get("result").asInt());
  }

  @Test
  void requestThatMayComeTwiceRunsOnce() {
    String deadline = ",\"deadline\":" + TimeUnit.DAYS.toMillis(1);
    assertEquals(56, run(deadline).only().get("result").asInt());
    ServingParts.Answers second = run(deadline);
    assertEquals(List.of("ran"), said);
    assertEquals(1, second.responses.size());
    assertNull(second.responses.get(0)); // it is answered where its first copy runs or ran
  }

  @Test
  void callThatWasCancelledBeforeItsTurnDoesNotRun() {
    parts.running.cancel(ID);
    assertEquals("CANCELLED/no", run("").status());
    assertEquals(List.of(), said);
  }

  @Test
  void interruptOfACancelledCallEndsWithIt() {
    implementation =
        responder -> {
          parts.running.cancel(ID);
          said.add("interrupted " + Thread.currentThread().isInterrupted());
          succeed(responder, 56);
        };
    run("");
    assertEquals(List.of("ran", "interrupted true"), said);
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void replyToOfAnotherNodeIsRefused() {
    String elsewhere = ",\"from\":\"caller\",\"replyTo\":\"replies:other:1\"";
    assertEquals("INVALID_REQUEST/no", run(elsewhere).status());
    assertEquals(List.of(), said);
  }

  /** What was taken from the service's own queue was taken before the pause. */
  @Test
  void pauseHoldsForOtherQueuesOnly() {
    parts.runner.pause(Set.of("Odd"));
    assertEquals(56, run("").only().get("result").asInt());
    ServingParts.Answers inbox = new ServingParts.Answers();
    parts.dispatcher.dispatch(
        ServingParts.bytes(request("2", "Odd.run", "{}", "")),
        Namespace.NONE.inbox(ServingParts.WORKER.node()),
        inbox);
    assertEquals("UNAVAILABLE/no", inbox.status());
  }

  @Test
  void contextIsThereWhileTheCallRunsAndNoLonger() {
    implementation =
        responder -> {
          CallContext context = CallContext.current();
          said.add(context == null ? "none" : String.valueOf(context.from()));
          succeed(responder, 56);
        };
    run(",\"from\":\"caller\"");
    assertEquals(List.of("ran", "caller"), said);
    assertNull(CallContext.current());
    assertFalse(parts.running.runsHere());
  }

  @Test
  void interceptorSeesTheEndOnceAndMayRefuse() {
    try (ServingParts guarded =
        new ServingParts(
            clock,
            new Guard(),
            ScriptedService.named("Odd").running("run", this::implementation))) {
      assertEquals(
          56,
          guarded.dispatch("Odd", request("1", "Odd.run", "{}", "")).only().get("result").asInt());
      assertEquals(List.of("begin", "ran", "end", "leave"), said);
      said.clear();
      assertEquals(
          "PERMISSION_DENIED/no",
          guarded
              .dispatch("Odd", request("2", "Odd.run", "{}", ",\"headers\":{\"refuse\":\"\"}"))
              .status());
      assertEquals(List.of("begin"), said);
    }
  }

  private final class Guard implements Interceptor {

    @Override
    public CallObserver begin(InterceptedCall call) {
      said.add("begin");
      if (call.headers().containsKey("refuse")) {
        throw new RpcException(StatusCode.PERMISSION_DENIED, "not you");
      }
      return new CallObserver() {
        @Override
        public void end(Outcome outcome) {
          said.add("end");
        }

        @Override
        public void leave() {
          said.add("leave");
        }
      };
    }
  }

  private ServingParts.Answers run(String more) {
    return parts.dispatch("Odd", request(ID, "Odd.run", "{}", more));
  }

  private static void succeed(Responder responder, int result) {
    responder.succeed(result, (out, value) -> out.writeNumber(value));
  }
}
