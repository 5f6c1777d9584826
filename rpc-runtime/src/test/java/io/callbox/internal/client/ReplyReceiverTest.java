package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.client.call.PendingCall;
import io.callbox.internal.client.call.PendingCalls;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.internal.client.request.CallerIdentity;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies that come together. */
final class ReplyReceiverTest {

  private static final MethodDescriptor<?> METHOD =
      MethodDescriptor.named("Arith", "add").returningNothing();

  private final InMemoryTransport transport = new InMemoryTransport();
  private final TaskScheduler later = new TaskScheduler("later", transport.clock());
  private final PendingCalls pending = new PendingCalls();
  private final CallerIdentity identity = CallerIdentity.ofNew("node", Namespace.NONE);
  private final List<Long> answered = new ArrayList<>();

  @SuppressWarnings("NullAway") // no items come here
  private final ReplyReceiver receiver =
      new ReplyReceiver(pending, identity, new CallbackExecutor("callback", later), null);

  @AfterEach
  void close() {
    later.close();
    transport.close();
  }

  /** A call that notes its answer; the one with number 2 then fails. */
  private final class Noted extends PendingCall {

    Noted(long number) {
      super(
          METHOD,
          new Route(new QueueName("services:Arith"), false, false),
          new CallRequest(number, RequestEnvelope.of(new byte[0]), 0, 1, null),
          (call, failure) -> {});
    }

    @Override
    public void answered(Slice response) {
      answered.add(number());
      if (number() == 2) {
        throw new AssertionError("a call that fails, as it should in this test");
      }
    }

    @Override
    protected void failed(RpcException failure) {}
  }

  private Delivery response(long number) {
    String response =
        "{\"jsonrpc\":\"2.0\",\"id\":\"" + identity.id(number) + "\",\"result\":null}";
    return new Delivery(identity.replies(), response.getBytes(StandardCharsets.UTF_8), null);
  }

  @Test
  void replyThatFailsKeepsNoOtherFromItsCall() {
    for (long number = 1; number <= 3; number++) {
      pending.register(new Noted(number));
    }
    receiver.accept(List.of(response(1), response(2), response(3)));
    assertEquals(List.of(1L, 2L, 3L), answered);
    assertEquals(1, receiver.late());
  }
}
