package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.json.Numbers;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import io.callbox.trial.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller can rely on, whatever becomes of its call. */
@CallboxTest
@Timeout(60)
final class RpcClientTest {

  private static final ParamsWriter NOTHING =
      out -> {
        out.writeStartObject();
        out.writeEndObject();
      };

  private Nodes nodes;

  @BeforeEach
  void start(Nodes started) {
    nodes = started;
  }

  @ParameterizedTest
  @CsvSource({"300,0,0,300", "20000,300,0,300", "300,20000,400,400", "20000,20000,300,300"})
  void mostParticularTimeoutFires(int ofNode, int ofMethod, int ofCall, int expected) {
    MethodDescriptor.Builder builder = MethodDescriptor.named("Slow", "run");
    MethodDescriptor<Integer> method =
        (ofMethod == 0 ? builder : builder.timeout(Duration.ofMillis(ofMethod)))
            .returning(Numbers::readInt);
    CallOptions options =
        ofCall == 0
            ? CallOptions.DEFAULT
            : CallOptions.DEFAULT.withTimeout(Duration.ofMillis(ofCall));
    RpcNode node = node("hasty", Duration.ofMillis(ofNode));
    RpcChannel channel = node.channelTo("nobody").waitForProvider();
    assertTakesAtLeast(
        expected,
        () ->
            assertFails(
                StatusCode.DEADLINE_EXCEEDED,
                () -> ClientCalls.await(channel, method, NOTHING, options)));
    CompletableFuture<Integer> future = ClientCalls.future(channel, method, NOTHING, options);
    assertTakesAtLeast(
        expected, () -> assertFails(StatusCode.DEADLINE_EXCEEDED, () -> get(future)));
  }

  @Test
  void timeoutOfManyYearsIsNotTooLong() {
    serve();
    RpcNode node = node("patient", Duration.ofDays(1_000_000));
    Arith.Stub stub =
        new Arith.Stub(
            node.channelToAny(),
            CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(Long.MAX_VALUE)));
    assertEquals(56, stub.multiply(7, 8));
    assertEquals(56, stub.multiplyAsync(7, 8).join());
    assertEquals(56, new Arith.Stub(node.channelToAny()).multiply(7, 8));
  }

  @Test
  void interruptedCallerIsCancelledAndStaysInterrupted() throws Exception {
    RpcNode node = node("interrupted", Duration.ofSeconds(30));
    CompletableFuture<RpcException> failure = new CompletableFuture<>();
    AtomicBoolean flag = new AtomicBoolean();
    Arith.Stub stub = new Arith.Stub(node.channelTo("nobody").waitForProvider());
    Thread caller =
        new Thread(
            () -> {
              failure.complete(assertThrows(RpcException.class, () -> stub.multiply(7, 8)));
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    Await.until("the caller waits", () -> caller.getState() == Thread.State.TIMED_WAITING);
    caller.interrupt();
    caller.join(10_000);
    assertEquals(StatusCode.CANCELLED, failure.join().code());
    assertTrue(flag.get(), "the interrupt flag is gone");
  }

  @Test
  void interruptedCallersLoseNoMessageOfOthers() throws Throwable {
    serve();
    RpcNode node = node("crowd", Duration.ofSeconds(20));
    Arith.Stub stub = new Arith.Stub(node.channelToAny());
    List<CompletableFuture<Integer>> others = new ArrayList<>();
    for (int round = 0; round < 100; round++) {
      AtomicReference<Integer> product = new AtomicReference<>();
      Thread caller = new Thread(() -> callQuietly(stub, product));
      caller.start();
      others.add(stub.multiplyAsync(round, 3));
      caller.interrupt();
      others.add(stub.multiplyAsync(round, 5));
      caller.join(10_000);
      assertTrue(product.get() == null || product.get() == 56);
    }
    for (int round = 0; round < 100; round++) {
      assertEquals(3 * round, get(others.get(2 * round)));
      assertEquals(5 * round, get(others.get(2 * round + 1)));
    }
  }

  @Test
  void closeCancelsWhatIsPendingAndReturnsSoon(RedisServer redis, Namespace namespace) {
    RpcNode node = node("closing", Duration.ofSeconds(30));
    Arith.Stub stub = new Arith.Stub(node.channelTo("nobody").waitForProvider());
    CompletableFuture<Integer> future = stub.multiplyAsync(7, 8);
    CompletableFuture<Integer> blocking =
        CompletableFuture.supplyAsync(() -> stub.multiply(7, 8), task -> new Thread(task).start());
    String inbox = namespace.inbox("nobody").key();
    Await.until("both wait", () -> redis.command("LLEN", inbox).equals("2"));
    node.close();
    assertFails(StatusCode.CANCELLED, () -> get(future));
    assertFails(StatusCode.CANCELLED, () -> get(blocking));
    node.close();
  }

  @Test
  void failureOfABlockingCallShowsTheFramesOfItsCaller() {
    RpcNode node = node("shown", Duration.ofMillis(100));
    Arith.Stub nobody = new Arith.Stub(node.channelTo("nobody"));
    Arith.Stub waiting = new Arith.Stub(node.channelTo("nobody").waitForProvider());
    assertShowsCaller(StatusCode.UNAVAILABLE, () -> nobody.multiply(7, 8));
    assertShowsCaller(StatusCode.DEADLINE_EXCEEDED, () -> waiting.multiply(7, 8));
    Thread.currentThread().interrupt();
    assertShowsCaller(StatusCode.CANCELLED, () -> waiting.multiply(7, 8));
    assertTrue(Thread.interrupted());
  }

  private static void assertShowsCaller(StatusCode code, Executable call) {
    RpcException failure = assertThrows(RpcException.class, call);
    assertEquals(code, failure.code());
    assertTrue(
        Arrays.stream(failure.getStackTrace())
            .anyMatch(frame -> frame.getMethodName().equals("assertShowsCaller")),
        () -> "no frame of the caller in " + Arrays.toString(failure.getStackTrace()));
  }

  @Test
  void callAfterCloseIsRefused() {
    RpcNode node = node("closed", Duration.ofSeconds(30));
    Arith.Stub stub = new Arith.Stub(node.channelToAny());
    RpcChannel channel = node.channelToAny();
    node.close();
    assertFails(StatusCode.CANCELLED, () -> stub.multiply(7, 8));
    assertFails(StatusCode.CANCELLED, () -> get(stub.multiplyAsync(7, 8)));
    assertThrows(
        RpcException.class,
        () -> ClientCalls.send(channel, Arith.MULTIPLY, NOTHING, CallOptions.DEFAULT));
  }

  @Test
  void callThatCannotBeEncodedIsRefusedAndForgotten() {
    serve();
    RpcNode node = node("mute", Duration.ofSeconds(5));
    ParamsWriter failing =
        out -> {
          throw new IllegalStateException("no words");
        };
    RpcChannel channel = node.channelToAny();
    assertFails(
        StatusCode.INVALID_ARGUMENT,
        () -> ClientCalls.await(channel, Arith.MULTIPLY, failing, CallOptions.DEFAULT));
    assertFails(
        StatusCode.INVALID_ARGUMENT,
        () -> get(ClientCalls.future(channel, Arith.MULTIPLY, failing, CallOptions.DEFAULT)));
    ParamsWriter large = out -> out.writeString("x".repeat(2 << 20));
    assertFails(
        StatusCode.RESOURCE_EXHAUSTED,
        () -> ClientCalls.await(channel, Arith.MULTIPLY, large, CallOptions.DEFAULT));
    assertEquals(56, new Arith.Stub(channel).multiply(7, 8));
  }

  static <T> T get(CompletableFuture<T> future) throws Throwable {
    try {
      return future.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      throw cause instanceof CompletionException wrapped && wrapped.getCause() != null
          ? wrapped.getCause()
          : cause == null ? failure : cause;
    }
  }

  static void assertFails(StatusCode code, Executable call) {
    assertEquals(code, assertThrows(RpcException.class, call).code());
  }

  private static void callQuietly(Arith.Stub stub, AtomicReference<Integer> product) {
    try {
      product.set(stub.multiply(7, 8));
    } catch (RpcException cancelled) {
      assertEquals(StatusCode.CANCELLED, cancelled.code());
    }
  }

  /** Longer is not judged: the machine may be busy. */
  private static void assertTakesAtLeast(int expectedMillis, Runnable something) {
    long took = Stopwatch.millisOf(something);
    assertTrue(took >= expectedMillis - 50, "only " + took + " ms");
  }

  private void serve() {
    nodes.start("server", new Arith.Skeleton((a, b) -> a * b));
  }

  private RpcNode node(String id, Duration timeout) {
    return nodes.start(id, node -> node.timeout(timeout));
  }
}
