package io.callbox.internal.client.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.time.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers hang on their futures may block: calls end all the same. */
@CallboxTest
@Timeout(60)
final class BlockingCallbacksTest {

  private static final int CALLBACKS = 200;

  private final CountDownLatch goOn = new CountDownLatch(1);
  private RpcNode client;
  private Talk.Stub talk;

  @BeforeEach
  void start(Nodes nodes) {
    nodes.start("server", new Talk.Skeleton(line -> line));
    client = nodes.start("client");
    talk = new Talk.Stub(client.channelToAny());
  }

  @Test
  void callbacksThatWaitForNestedCallsEnd() throws Exception {
    assertAllEnd(line -> talk.sayAsync(line).join());
  }

  @Test
  void callbacksThatWaitForStagesOfNestedCallsEnd() throws Exception {
    assertAllEnd(line -> talk.sayAsync(line).thenApply(said -> said).join());
  }

  @Test
  void callbacksThatWaitForSeveralNestedCallsEnd() throws Exception {
    assertAllEnd(
        line -> {
          CompletableFuture<String> first = talk.sayAsync(line);
          CompletableFuture.allOf(first, talk.sayAsync(line)).join();
          return first.join();
        });
  }

  @Test
  void callbacksOfPlainFuturesThatWaitForNestedCallsEnd() throws Exception {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int call = 0; call < CALLBACKS; call++) {
      all.add(
          CompletableFuture.allOf(talk.sayAsync("x"), talk.sayAsync("y"))
              .thenApply(done -> talk.sayAsync("z").thenApply(said -> said).join()));
    }
    assertEnd(all, "z");
  }

  @Test
  void callbacksOfOneWayCallsThatWaitForNestedCallsEnd() throws Exception {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int call = 0; call < CALLBACKS; call++) {
      all.add(
          client
              .channelToAny()
              .sendAsync(Talk.NOTE, BlockingCallbacksTest::line, CallOptions.DEFAULT)
              .thenApply(sent -> talk.sayAsync("z").join()));
    }
    assertEnd(all, "z");
  }

  @Test
  void callsAndTimeoutsEndWhileAsManyCallbacksBlockAsMay() throws Exception {
    AtomicInteger blocked = block(CallbackExecutor.MOST);
    Await.until("all block", () -> blocked.get() == CallbackExecutor.MOST);
    CompletableFuture<String> waiting = talk.sayAsync("x").thenApply(line -> line + "!");
    assertEquals("x", talk.sayAsync("x").get(10, TimeUnit.SECONDS));
    Talk.Stub unheard =
        new Talk.Stub(
            client.channelTo("nobody").waitForProvider(),
            CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2))); // else it may not be pushed
    CompletableFuture<String> late = unheard.sayAsync("x");
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> late.get(20, TimeUnit.SECONDS));
    assertEquals(
        StatusCode.DEADLINE_EXCEEDED,
        assertInstanceOf(RpcException.class, failure.getCause()).code());
    Await.until(
        "health says so",
        () -> client.health().problems().stream().anyMatch(problem -> problem.contains("block")));
    assertFalse(waiting.isDone());
    goOn.countDown();
    assertEquals("x!", waiting.get(10, TimeUnit.SECONDS));
    Await.until("health says so", () -> client.health().ready());
  }

  private AtomicInteger block(int callbacks) {
    AtomicInteger blocked = new AtomicInteger();
    for (int call = 0; call < callbacks; call++) {
      talk.sayAsync("x")
          .thenRun(
              () -> {
                blocked.incrementAndGet();
                Await.latch(goOn);
              });
    }
    return blocked;
  }

  private void assertAllEnd(Function<String, String> callback) throws Exception {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int call = 0; call < CALLBACKS; call++) {
      all.add(talk.sayAsync("a").thenApply(line -> callback.apply("b")));
    }
    assertEnd(all, "b");
  }

  private static void assertEnd(List<CompletableFuture<String>> all, String expected)
      throws Exception {
    for (CompletableFuture<String> each : all) {
      assertEquals(expected, each.get(20, TimeUnit.SECONDS));
    }
  }

  private static void line(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("line", "x");
    out.writeEndObject();
  }
}
