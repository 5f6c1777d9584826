package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.json.Numbers;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A request is sent again, as it is not known whether its queue has it. What is said of the second
 * copy is no certain word on the first, which may have run.
 */
@Timeout(60)
final class DoubtedCallTest {

  private static final MethodDescriptor<Integer> LOOK =
      MethodDescriptor.named("Counter", "look").idempotent().returning(Numbers::readInt);

  private final InMemoryTransport broker = new InMemoryTransport();
  private final Doubtful doubtful = new Doubtful(broker);
  private final RpcNode caller = RpcNode.builder("caller").transport(doubtful).start();

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void refusalOfTheSecondSaysNothingOfTheFirst() {
    doubtful.refusesTheSecond = true;
    RpcException refused = assertThrows(RpcException.class, () -> look(Duration.ofSeconds(20)));
    assertEquals(StatusCode.UNAVAILABLE, refused.code(), refused::toString);
    assertEquals(Executed.UNKNOWN, refused.executed(), refused::toString);
    assertEquals(2, doubtful.pushes.get());
  }

  @Test
  void secondThatIsTakenBackSaysNothingOfTheFirst() {
    RpcException late = assertThrows(RpcException.class, () -> look(Duration.ofSeconds(2)));
    assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code(), late::toString);
    assertEquals(Executed.UNKNOWN, late.executed(), late::toString);
  }

  @Test
  void serverThatRefusesTheSecondSaysNothingOfTheFirst() {
    ScriptedService counter = ScriptedService.named("Counter");
    counter.running(
        LOOK,
        responder -> {
          throw new AssertionError("it is not to run");
        });
    RpcException refusal = new RpcException(StatusCode.PERMISSION_DENIED, "on purpose");
    try (RpcNode server =
        RpcNode.builder("server")
            .transport(broker)
            .interceptServer(
                call -> {
                  throw refusal;
                })
            .register(counter)
            .start()) {
      RpcException refused = assertThrows(RpcException.class, () -> look(Duration.ofSeconds(20)));
      assertEquals(StatusCode.PERMISSION_DENIED, refused.code(), refused::toString);
      assertEquals(Executed.UNKNOWN, refused.executed(), refused::toString);
      assertEquals("server", server.id());
    }
  }

  @Test
  void callerThatHoldsAFutureIsToldTheSame() {
    doubtful.refusesTheSecond = true;
    CompletableFuture<Integer> look =
        ClientCalls.future(channel(), LOOK, out -> out.writeRawValue("[]"), CallOptions.DEFAULT);
    Throwable failed = assertThrows(CompletionException.class, look::join).getCause();
    RpcException refused = assertInstanceOf(RpcException.class, failed);
    assertEquals(Executed.UNKNOWN, refused.executed(), refused::toString);
  }

  private RpcChannel channel() {
    return caller.channelToAny().waitForProvider();
  }

  private int look(Duration timeout) {
    CallOptions options = CallOptions.DEFAULT.withTimeout(timeout);
    return ClientCalls.await(channel(), LOOK, out -> out.writeRawValue("[]"), options);
  }

  /** Does not tell of the first push whether the queue has the request. */
  private static final class Doubtful extends ForwardingTransport {

    final AtomicInteger pushes = new AtomicInteger();
    volatile boolean refusesTheSecond;

    Doubtful(InMemoryTransport broker) {
      super(broker);
    }

    @Override
    public CompletionStage<PushResult> push(
        QueueName queue, List<byte[]> messages, PushOptions admission) {
      if (pushes.incrementAndGet() == 1) {
        return failed(new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, "on purpose"));
      }
      return refusesTheSecond
          ? failed(new RpcException(StatusCode.UNAVAILABLE, Executed.NO, "on purpose"))
          : super.push(queue, messages, admission);
    }

    private static CompletionStage<PushResult> failed(RpcException reason) {
      return CompletableFuture.failedFuture(reason);
    }
  }
}
