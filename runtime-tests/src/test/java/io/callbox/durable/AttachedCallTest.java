package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.failure.StageFailure;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Transport;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handle by the id of a call of another method neither decodes its result nor cancels it. */
@Timeout(60)
final class AttachedCallTest {

  private static final Duration WAIT = Duration.ofSeconds(20);

  @RegisterExtension private final Kept kept = new Kept();

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callOfAnotherMethodIsRefusedByEachStep(Broker broker) {
    Transport transport = kept.keep(broker.connect());
    RpcNode node =
        kept.keep(
            RpcNode.builder("node")
                .transport(transport)
                .namespace("attached")
                .register(new Jobs.Skeleton((method, number, millis) -> 2 * number))
                .start());
    Jobs.Stub jobs = new Jobs.Stub(node.channelToAny());
    CallHandle<Integer> ended = jobs.withId("ended").once(4, 0);
    assertEquals(8, ended.await(WAIT));
    CallHandle<Integer> waiting = jobs.withId("waiting").after(WAIT).once(4, 0);
    for (String id : List.of("ended", "waiting")) {
      CallHandle<Integer> wrong = jobs.attach(Jobs.AGAIN, id);
      assertRefused(wrong::status);
      assertRefused(wrong::cancel);
      if (id.equals("ended")) {
        assertRefused(() -> wrong.await(WAIT));
        assertRefused(() -> wrong.result().join());
      }
    }
    assertEquals(8, jobs.attach(Jobs.ONCE, "ended").await(WAIT));
    assertEquals(State.SCHEDULED, waiting.status().state());
    assertTrue(jobs.attach(Jobs.ONCE, "waiting").cancel());
  }

  private static void assertRefused(Executable step) {
    Throwable failure = assertThrows(RuntimeException.class, step);
    RpcException refused = assertInstanceOf(RpcException.class, StageFailure.cause(failure));
    assertEquals(StatusCode.INVALID_ARGUMENT, refused.code());
    assertTrue(String.valueOf(refused.getMessage()).contains("Jobs.once"), refused::toString);
  }
}
