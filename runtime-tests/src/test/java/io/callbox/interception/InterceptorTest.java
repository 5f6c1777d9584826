package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.Executed;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.Outcome;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.time.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interceptors on both sides of calls over a real Redis. */
@CallboxTest
@Timeout(60)
final class InterceptorTest {

  private static final Talk ECHO = line -> line;

  private final Journal journal = new Journal("outer");
  private final Journal inner = new Journal("inner", journal.lines());
  private Nodes nodes;
  private RpcNode server;

  @BeforeEach
  void start(Nodes started) {
    nodes = started;
  }

  private void serve(Talk implementation, Interceptor... interceptors) {
    server =
        nodes.start(
            "server",
            node -> {
              List.of(interceptors).forEach(node::interceptServer);
              return node;
            },
            new Talk.Skeleton(implementation));
  }

  private Talk.Stub call(Interceptor... interceptors) {
    RpcNode client =
        nodes.start(
            "client",
            node -> {
              List.of(interceptors).forEach(node::interceptClient);
              return node;
            });
    return new Talk.Stub(client.channelToAny());
  }

  private Talk.Stub talk(Talk implementation, Interceptor... ofServer) {
    serve(implementation, ofServer);
    return call();
  }

  private Talk.Stub talkThrough(Talk implementation, Interceptor... ofClient) {
    serve(implementation);
    return call(ofClient);
  }

  @Test
  void serverInterceptorsBeginInOrderAndEndInReverse() throws Exception {
    Talk.Stub talk = talk(ECHO, journal, inner);
    assertEquals("hello", talk.say("hello"));
    nodes.stop(server); // so that all has been left
    assertEquals(
        List.of(
            "outer begins SERVER Talk.say",
            "inner begins SERVER Talk.say",
            "inner ends RESULT OK",
            "outer ends RESULT OK",
            "inner leaves",
            "outer leaves"),
        journal.lines());
  }

  @Test
  void clientInterceptorsBeginInOrderAndEndInReverse() throws Exception {
    assertEquals("hello", talkThrough(ECHO, journal, inner).say("hello"));
    assertEquals(
        List.of(
            "outer begins CLIENT Talk.say",
            "inner begins CLIENT Talk.say",
            "inner ends RESULT OK",
            "outer ends RESULT OK",
            "inner leaves",
            "outer leaves"),
        journal.lines());
  }

  @Test
  void asynchronousImplementationLeavesItsThreadBeforeItEnds() {
    CompletableFuture<String> open = new CompletableFuture<>();
    Talk later =
        new Talk() {
          @Override
          public String say(String line) {
            throw new AssertionError();
          }

          @Override
          public CompletableFuture<String> sayLater(String line) {
            return open;
          }
        };
    CountDownLatch left = new CountDownLatch(1);
    Interceptor leaving =
        call ->
            new CallObserver() {
              @Override
              public void leave() {
                left.countDown();
              }
            };
    CompletableFuture<String> said = talk(later, leaving, journal).sayLater("x");
    Await.latch(left);
    open.complete("done");
    assertEquals("done", said.join());
    assertEquals(
        List.of("outer begins SERVER Talk.sayLater", "outer leaves", "outer ends RESULT OK"),
        journal.lines());
  }

  @Test
  void asynchronousCallEndsBeforeItsFutureCompletes() {
    Talk.Stub talk = talkThrough(ECHO, journal);
    talk.sayLater("hello").thenRun(() -> journal.lines().add("completed")).join();
    assertEquals("outer begins CLIENT Talk.sayLater", journal.lines().get(0));
    assertTrue(
        journal.lines().indexOf("outer ends RESULT OK") < journal.lines().indexOf("completed"));
  }

  @Test
  void oneWayCallEndsOnBothSides() {
    CountDownLatch noted = new CountDownLatch(1);
    serve(ECHO, call -> CallObserver.atEnd(outcome -> noted.countDown()));
    call(journal).note("hello");
    assertTrue(journal.lines().contains("outer ends RESULT OK"));
    Await.latch(noted);
  }

  @Test
  void serverRefusesWithCodeAndMessage() {
    Interceptor refusing =
        call -> {
          throw new RpcException(StatusCode.PERMISSION_DENIED, "not you");
        };
    Talk.Stub talk = talk(ECHO, journal, refusing);
    RpcException refused = assertThrows(RpcException.class, () -> talk.say("hello"));
    assertEquals(StatusCode.PERMISSION_DENIED, refused.code());
    assertEquals("not you", refused.getMessage());
    assertEquals(Executed.NO, refused.executed());
    assertTrue(journal.lines().contains("outer ends FAILED PERMISSION_DENIED"));
  }

  @Test
  void clientRefusalNeverReachesTheServer() {
    Interceptor refusing =
        call -> {
          throw new RpcException(StatusCode.RESOURCE_EXHAUSTED, "slow down");
        };
    Journal served = new Journal("server");
    serve(ECHO, served);
    Talk.Stub talk = call(journal, refusing);
    assertThrows(RpcException.class, () -> talk.say("x"));
    assertThrows(RpcException.class, () -> talk.note("x"));
    CompletionException failed =
        assertThrows(CompletionException.class, () -> talk.sayLater("x").join());
    assertEquals("slow down", failed.getCause().getMessage());
    assertTrue(journal.lines().contains("outer ends FAILED RESOURCE_EXHAUSTED"));
    assertEquals(List.of(), served.lines());
  }

  @Test
  void brokenInterceptorRefusesAsInternal() {
    Interceptor broken =
        call -> {
          throw new IllegalStateException("broken");
        };
    Talk.Stub talk = talk(ECHO, broken);
    RpcException refused = assertThrows(RpcException.class, () -> talk.say("hello"));
    assertEquals(StatusCode.INTERNAL, refused.code());
    assertEquals(Executed.NO, refused.executed());
  }

  @Test
  void brokenEndSpoilsNothing() throws Exception {
    Interceptor broken =
        call ->
            new CallObserver() {
              @Override
              public void leave() {
                throw new IllegalStateException("broken leave, as the test wants it");
              }

              @Override
              public void end(Outcome outcome) {
                throw new IllegalStateException("broken end, as the test wants it");
              }
            };
    assertEquals("hello", talk(ECHO, journal, broken).say("hello"));
    assertTrue(journal.lines().contains("outer ends RESULT OK"));
  }

  @Test
  void declaredExceptionIsAnOutcomeOfItsOwnKind() {
    Talk mute =
        line -> {
          throw new Talk.MuteException("no");
        };
    serve(mute, journal);
    Talk.Stub through = call(inner);
    assertThrows(Talk.MuteException.class, () -> through.say("x"));
    assertTrue(journal.lines().contains("outer ends DECLARED APPLICATION"));
    assertTrue(journal.lines().contains("inner ends DECLARED APPLICATION"));
  }

  @Test
  void unfitArgumentsAreSeenWithTheirOutcome() {
    RpcChannel channel = talk(ECHO, journal).channel();
    RpcException misfit =
        assertThrows(
            RpcException.class,
            () ->
                ClientCalls.await(
                    channel,
                    Talk.SAY,
                    out -> {
                      out.writeStartObject();
                      out.writeNumberField("line", 7);
                      out.writeEndObject();
                    },
                    CallOptions.DEFAULT));
    assertEquals(StatusCode.INVALID_ARGUMENT, misfit.code());
    assertTrue(journal.lines().contains("outer ends FAILED INVALID_ARGUMENT"));
  }

  @Test
  void timeoutAndCancellationAreOutcomes() {
    CountDownLatch done = new CountDownLatch(1);
    Talk stuck =
        line -> {
          Await.latch(done);
          return line;
        };
    Talk.Stub talk = talkThrough(stuck, journal);
    Talk.Stub brief =
        new Talk.Stub(talk.channel(), CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50)));
    assertThrows(RpcException.class, () -> brief.say("x"));
    talk.sayAsync("y").cancel(true);
    done.countDown();
    assertTrue(journal.lines().contains("outer ends FAILED DEADLINE_EXCEEDED"));
    assertTrue(journal.lines().contains("outer ends FAILED CANCELLED"));
  }

  @Test
  void headersOfTheClientReachTheServer() throws Exception {
    AtomicReference<InterceptedCall> served = new AtomicReference<>();
    Interceptor looking =
        call -> {
          served.set(call);
          return CallObserver.NONE;
        };
    Interceptor tagging =
        call -> {
          call.addHeader("tag", "t1");
          assertEquals("{\"line\":\"grüße\"}", utf8(call.params()));
          return CallObserver.NONE;
        };
    serve(ECHO, looking);
    assertEquals("grüße", call(tagging).say("grüße"));
    InterceptedCall call = served.get();
    assertEquals("t1", call.headers().get("tag"));
    assertEquals("client", call.peer());
    assertEquals("server", call.node());
    assertEquals("{\"line\":\"grüße\"}", utf8(call.params()));
    Duration queued = call.queued();
    assertTrue(queued != null && queued.compareTo(Duration.ofSeconds(10)) < 0);
    assertThrows(IllegalStateException.class, () -> call.addHeader("too", "late"));
  }

  @Test
  void interceptorOfAMethodSeesNoOther() throws Exception {
    Talk.Stub talk = talk(ECHO, journal.forMethod("Talk.repeat"), inner.forService("Other"));
    talk.say("x");
    assertEquals(List.of(), journal.lines());
    talk.repeat("x");
    assertEquals("outer begins SERVER Talk.repeat", journal.lines().get(0));
  }

  @Test
  void callbackOfAnAsynchronousCallHasItsCallersContext() throws Exception {
    Talk.Stub[] self = new Talk.Stub[1];
    AtomicReference<CallContext> seen = new AtomicReference<>();
    Talk nesting =
        new Talk() {
          @Override
          public String say(String line) {
            return self[0].sayLater(line).thenApply(this::look).join();
          }

          private String look(String line) {
            seen.set(CallContext.current());
            return line;
          }
        };
    self[0] = talk(nesting);
    assertNull(CallContext.current());
    self[0].say("x");
    assertEquals(Talk.SAY, seen.get().method());
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
