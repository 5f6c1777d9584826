package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Numbers;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.time.Await;
import io.callbox.transport.memory.InMemoryTransport;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream whose reader has a broken class: reading an item, or its end, throws an Error. */
@Timeout(60)
final class BrokenItemTest {

  private static final int BROKEN = 40;

  private static final MethodDescriptor<Integer> TO =
      MethodDescriptor.named("Broken", "to").streaming().returning(BrokenItemTest::read);
  private static final MethodDescriptor<Integer> FAIL =
      MethodDescriptor.named("Broken", "fail")
          .streaming()
          .exceptions(
              new DeclaredException<>(
                  "Broken.Failed",
                  IllegalStateException.class,
                  (out, failure) -> {
                    out.writeStartObject();
                    out.writeEndObject();
                  },
                  (message, in) -> {
                    throw new NoClassDefFoundError("the exception's class");
                  }))
          .returning(Numbers::readInt);

  private final InMemoryTransport broker = new InMemoryTransport();
  private final RpcNode worker =
      RpcNode.builder("worker")
          .transport(broker)
          .register(
              ScriptedService.named("Broken")
                  .running(TO, numbers(false))
                  .running(FAIL, numbers(true)))
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
        ClientCalls.stream(
            caller.channelToAny(),
            method,
            out -> {
              out.writeStartObject();
              out.writeEndObject();
            },
            CallOptions.DEFAULT);
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
}
