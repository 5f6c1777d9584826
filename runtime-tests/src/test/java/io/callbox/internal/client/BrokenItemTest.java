package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Numbers;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.DurablePolicy;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ServerCalls;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.time.Await;
import io.callbox.transport.memory.InMemoryTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader that has a broken class: reading an item, or an exception, throws an Error. */
@Timeout(60)
final class BrokenItemTest {

  private static final int BROKEN = 40;

  private static final MethodDescriptor<Integer> TO =
      MethodDescriptor.named("Broken", "to").streaming().returning(BrokenItemTest::read);
  private static final DeclaredException<IllegalStateException> FAILED =
      new DeclaredException<>(
          "Broken.Failed",
          IllegalStateException.class,
          (out, failure) -> {
            out.writeStartObject();
            out.writeEndObject();
          },
          (message, in) -> {
            throw new NoClassDefFoundError("the exception's class");
          });
  private static final MethodDescriptor<Integer> FAIL =
      MethodDescriptor.named("Broken", "fail")
          .streaming()
          .exceptions(FAILED)
          .returning(Numbers::readInt);
  private static final MethodDescriptor<Integer> ONCE =
      MethodDescriptor.named("Broken", "once")
          .durable(new DurablePolicy(Duration.ofMinutes(1), 1, Duration.ofMinutes(1)))
          .exceptions(FAILED)
          .returning(Numbers::readInt);
  private static final ParamsWriter NONE =
      out -> {
        out.writeStartObject();
        out.writeEndObject();
      };

  private final InMemoryTransport broker = new InMemoryTransport();
  private final RpcNode worker =
      RpcNode.builder("worker")
          .transport(broker)
          .register(
              ScriptedService.named("Broken")
                  .running(TO, numbers(false))
                  .running(FAIL, numbers(true))
                  .running(
                      ONCE,
                      responder -> {
                        throw new IllegalStateException("declared");
                      }))
          .start();
  private final RpcNode caller = RpcNode.builder("caller").transport(broker).start();

  @AfterEach
  void close() {
    caller.close();
    worker.close();
    broker.close();
  }

  private static int read(JsonParser in) throws IOException {
    int item = Numbers.readInt(in);
    if (item == BROKEN) {
      throw new NoClassDefFoundError("the item's class");
    }
    return item;
  }

  /** Produces numbers; an implementation that fails throws a declared exception behind the last. */
  private static Invocation numbers(boolean fails) {
    return responder ->
        ServerCalls.stream(
            IntStream.iterate(0, item -> next(item, fails)).boxed(),
            responder,
            (out, item) -> out.writeNumber(item));
  }

  private static int next(int item, boolean fails) {
    if (fails && item == BROKEN) {
      throw new IllegalStateException("declared");
    }
    return item + 1;
  }

  private Iterator<Integer> items(MethodDescriptor<Integer> method) throws Exception {
    Stream<Integer> items =
        ClientCalls.stream(caller.channelToAny(), method, NONE, CallOptions.DEFAULT);
    return items.iterator();
  }

  @Test
  void errorOfAnItemEndsTheStreamForItsReaderAndItsProducer() throws Exception {
    Iterator<Integer> items = items(TO);
    for (int item = 0; item < BROKEN; item++) {
      assertEquals(item, items.next());
    }
    assertThrows(NoClassDefFoundError.class, items::next);
    Await.until("its producer has ended", () -> worker.stats().openStreams() == 0);
  }

  @Test
  void errorOfTheExceptionThatEndsAStreamReachesItsReader() throws Exception {
    Iterator<Integer> items = items(FAIL);
    for (int item = 0; item <= BROKEN; item++) {
      assertEquals(item, items.next());
    }
    assertThrows(NoClassDefFoundError.class, items::next);
  }

  @Test
  void errorOfTheExceptionOfADurableCallReachesWhoAsks() throws Exception {
    CallHandle<Integer> call = ONCE.submit(caller.channelToAny(), NONE, DurableOptions.DEFAULT);
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> call.result().get(30, TimeUnit.SECONDS));
    assertInstanceOf(NoClassDefFoundError.class, failed.getCause());
  }
}
