package io.callbox.internal.server;

import io.callbox.internal.wire.ProgressJson;
import io.callbox.internal.wire.Request;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.DurablePolicy;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run of a durable call: from the moment its request is read until its outcome is written. Safe
 * for use by many threads.
 */
final class DurableRun implements CallContext.ProgressListener {

  private final Delivery delivery;
  private final Request head;
  private final ServiceTable.Entry entry;
  private final DurablePolicy policy;
  private final String name;
  private final AtomicReference<CallStatus.@Nullable Progress> unsent = new AtomicReference<>();
  private volatile int attempts;
  private volatile boolean unwanted;
  private volatile @Nullable Cancellation cancellation;

  /**
   * A run that has not begun.
   *
   * @param name tells this run from all others
   */
  DurableRun(
      Delivery delivery,
      Request head,
      ServiceTable.Entry entry,
      DurablePolicy policy,
      String name) {
    this.delivery = delivery;
    this.head = head;
    this.entry = entry;
    this.policy = policy;
    this.name = name;
  }

  Delivery delivery() {
    return delivery;
  }

  QueueName queue() {
    return delivery.queue();
  }

  ServiceTable.Entry entry() {
    return entry;
  }

  /** Tells this run from all others. */
  String name() {
    return name;
  }

  String id() {
    return Objects.requireNonNull(head.id()).text();
  }

  Duration keep() {
    return Duration.ofMillis(Objects.requireNonNull(head.durability()).keepMillis());
  }

  /** How long it may take: the request says it, else the method. */
  Duration timeout() {
    long asked = Objects.requireNonNull(head.durability()).timeoutMillis();
    return asked == 0 ? policy.timeout() : Duration.ofMillis(asked);
  }

  /** When it may run at the earliest; 0 for at once. */
  long notBefore() {
    return Objects.requireNonNull(head.durability()).notBefore();
  }

  CallStore.Beginning beginning() {
    return new CallStore.Beginning(
        delivery, id(), entry.method().name(), notBefore(), head.sentAt(), timeout(), keep(), name);
  }

  void begun(int newAttempts) {
    attempts = newAttempts;
  }

  /** How often its call has been begun. */
  int attempts() {
    return attempts;
  }

  /** Whether its call may be begun once more. */
  boolean hasTriesLeft() {
    return entry.method().idempotent() && attempts < policy.attempts();
  }

  Duration pause() {
    return CallStore.pause(Math.max(1, attempts));
  }

  /** The head of its request, with the time by which this run is to end. */
  Request headUntil(long deadlineMillis) {
    return head.withDeadline(deadlineMillis);
  }

  /** Its implementation is about to run on the calling thread. */
  void runs(Cancellation newCancellation) {
    cancellation = newCancellation;
    if (unwanted) {
      newCancellation.cancel();
    }
  }

  /** Nobody wants its outcome any more. */
  void cancel() {
    unwanted = true;
    Cancellation running = cancellation;
    if (running != null) {
      running.cancel();
    }
  }

  /** Ends it if its time is over, whatever its implementation does. */
  void expire(long nowMillis) {
    Cancellation running = cancellation;
    if (running != null) {
      running.expireNow(nowMillis);
    }
  }

  @Override
  public void progressed(CallStatus.Progress progress) {
    unsent.set(progress);
  }

  /** What there is to be told of it. */
  CallStore.Sign sign() {
    CallStatus.Progress progress = unsent.getAndSet(null);
    return new CallStore.Sign(id(), name, progress == null ? null : ProgressJson.of(progress));
  }
}
