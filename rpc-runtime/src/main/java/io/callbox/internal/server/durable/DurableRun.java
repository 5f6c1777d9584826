package io.callbox.internal.server.durable;

import io.callbox.annotation.Sync;
import io.callbox.internal.server.dispatch.CallRunner;
import io.callbox.internal.server.dispatch.RunningCall;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.wire.Durability;
import io.callbox.internal.wire.ProgressJson;
import io.callbox.internal.wire.Request;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.DurablePolicy;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run of a durable call, from the reading of its request until its outcome is written. Safe for
 * use by many threads.
 */
final class DurableRun implements CallRunner.Run {

  private final Delivery delivery;
  private final Request head;
  private final ServiceTable.Entry entry;
  private final DurablePolicy policy;
  private final String name;
  private final String id;
  private final AtomicReference<CallStatus.@Nullable Progress> unsent = new AtomicReference<>();
  private final AtomicBoolean decided = new AtomicBoolean();
  private volatile int attempts;
  private volatile String doubt = "";
  private volatile boolean unwanted;
  private volatile @Nullable RunningCall call;

  /**
   * Creates a run that has not begun.
   *
   * @param name identifies this run
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
    this.id = Objects.requireNonNull(head.id()).text();
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

  /** Returns the name that identifies this run. */
  String name() {
    return name;
  }

  String id() {
    return id;
  }

  Duration keep() {
    return Duration.ofMillis(Objects.requireNonNull(head.durability()).keepMillis());
  }

  /** Returns its timeout: that of the request, else of the method. */
  Duration timeout() {
    long asked = Objects.requireNonNull(head.durability()).timeoutMillis();
    return asked == 0 ? policy.timeout() : Duration.ofMillis(asked);
  }

  /**
   * Returns the place where its record must say that it runs before it runs: the one in the
   * request, else that of the method. An idempotent call need not wait for that.
   */
  Sync sync() {
    Sync asked = Objects.requireNonNull(head.durability()).sync();
    Sync wanted = asked == null ? policy.sync() : asked;
    return entry.method().idempotent() ? Sync.NONE : wanted;
  }

  /**
   * Returns the channel on which its sender receives its result; null for none, or if the channel
   * does not belong to the sender.
   */
  @Nullable String doneTo(Namespace namespace) {
    return doneTo(head, namespace);
  }

  /** Returns the same for a request that has no run. */
  static @Nullable String doneTo(Request head, Namespace namespace) {
    Durability durability = head.durability();
    String asked = durability == null ? null : durability.doneTo();
    return asked != null && namespace.mayTellOn(asked, head.from()) ? asked : null;
  }

  /** Returns the earliest time when it may run; 0 for at once. */
  long notBefore() {
    return Objects.requireNonNull(head.durability()).notBefore();
  }

  RunBegin beginning() {
    return new RunBegin(
        delivery, id(), entry.method().name(), notBefore(), head.sentAt(), timeout(), keep(), name);
  }

  /**
   * Decides whether its implementation runs or its request is given back. Guard against race
   * between a run that is about to start and a server that closes: the first one decides.
   *
   * @return whether the caller is the first
   */
  boolean decide() {
    return decided.compareAndSet(false, true);
  }

  /** Notes the reason why its begin is not confirmed by the place that its {@code sync} names. */
  void doubt(String newDoubt) {
    doubt = newDoubt;
  }

  String doubt() {
    return doubt;
  }

  void begun(int newAttempts) {
    attempts = newAttempts;
  }

  /** Returns how many runs of its call have begun. */
  int attempts() {
    return attempts;
  }

  /** Returns whether its call has another attempt. */
  boolean hasTriesLeft() {
    return entry.method().idempotent() && attempts < policy.attempts();
  }

  Duration pause() {
    return CallStore.pause(Math.max(1, attempts));
  }

  /** Returns the head of its request, with the deadline of this run. */
  Request headUntil(long deadlineMillis) {
    return head.withDeadline(deadlineMillis);
  }

  @Override
  public void runs(RunningCall newCall) {
    call = newCall;
    if (unwanted) {
      newCall.cancel();
    }
  }

  /** Cancels the run. */
  void cancel() {
    unwanted = true;
    RunningCall running = call;
    if (running != null) {
      running.cancel();
    }
  }

  /** Ends the run if its deadline has passed, even if its implementation still runs. */
  void expire(long nowMillis) {
    RunningCall running = call;
    if (running != null) {
      running.expireNow(nowMillis);
    }
  }

  @Override
  public void progressed(CallStatus.Progress progress) {
    unsent.set(progress);
  }

  /** Returns the progress to report. */
  CallStore.Sign sign() {
    CallStatus.Progress progress = unsent.getAndSet(null);
    return new CallStore.Sign(id(), name, progress == null ? null : ProgressJson.of(progress));
  }
}
