package io.callbox.internal.server.durable;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.lease.DurableLosses;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.wire.DeadLetterEntry;
import io.callbox.internal.wire.Durability;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.OutcomeJson;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.RequestReader;
import io.callbox.internal.wire.Slice;
import io.callbox.log.Printable;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.DurablePolicy;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.LostRequest;
import io.callbox.transport.OwnRuns;
import io.callbox.transport.Worker;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Handles the durable requests of workers that died. The record says whether a run had begun. If
 * not, the request goes back to its queue, for any method. If so, an idempotent call gets another
 * attempt, and any other call fails with {@code WORKER_LOST}.
 *
 * @param store the records
 * @param services knows which methods are idempotent
 * @param clock the time at which a call is given up
 * @param own the runs of this server
 */
record DurableRecovery(CallStore store, ServiceTable services, BrokerClock clock, OwnRuns own)
    implements DurableLosses {

  @Override
  public CallStore.@Nullable Recovered recover(Delivery held, Worker dead, String reason) {
    Request head = services.isOtherShard(held.queue()) ? null : durable(held);
    return head == null ? null : recover(held, head, dead, reason);
  }

  /**
   * Returns the head of a durable request; null if it is not durable, or if its id is not valid.
   */
  private static @Nullable Request durable(Delivery held) {
    try {
      Request head = RequestReader.headOf(Slice.of(held.message()));
      RequestId id = head.id();
      if (head.durability() == null || id == null || !id.quoted()) {
        return null;
      }
      DurableOptions.checkedId(id.text());
      return head;
    } catch (IOException | IllegalArgumentException malformed) {
      return null;
    }
  }

  private CallStore.Recovered recover(Delivery held, Request head, Worker dead, String reason) {
    RequestId id = head.id() == null ? RequestId.NULL : head.id();
    Durability durability = head.durability();
    MethodDescriptor<?> method = methodOf(head, held);
    DurablePolicy policy = method == null || !method.idempotent() ? null : method.durable();
    ErrorBody error =
        new ErrorBody(
            new RpcException.Details(StatusCode.WORKER_LOST, Executed.UNKNOWN, false),
            Printable.of(head.method()) + ": " + reason);
    LostRequest loss =
        new LostRequest(
            held,
            id.text(),
            Durability.methodOf(head.method()),
            policy == null ? 1 : policy.attempts(),
            OutcomeJson.of(Failures.written(id, error)).json(),
            letter(held, dead, reason, policy == null),
            Duration.ofMillis(durability == null ? 1 : durability.keepMillis()),
            workerOf(held, dead),
            own);
    return BrokerRequests.await(
        () -> store.recover(loss), BrokerRequests.BOUND, "a durable call is not recovered");
  }

  /**
   * Returns the worker that held a request. If this worker holds the request without knowing it,
   * the request may have been any worker's.
   */
  private static String workerOf(Delivery held, Worker dead) {
    return held.isHeldBy(dead) ? "" : dead.name();
  }

  private byte[] letter(Delivery held, Worker dead, String reason, boolean mayHaveRun) {
    long now = clock.millis();
    return new DeadLetterEntry(reason, now, 1, dead.name(), mayHaveRun, null, held.message())
        .write();
  }

  private @Nullable MethodDescriptor<?> methodOf(Request head, Delivery held) {
    ServiceTable.Entry known = services.known(head.method(), held.queue());
    return known == null ? null : known.method();
  }
}
