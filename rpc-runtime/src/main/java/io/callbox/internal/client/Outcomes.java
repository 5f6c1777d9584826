package io.callbox.internal.client;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the ends of durable calls. Records are the truth, and are read at once, when a hint
 * says that a call has ended, and every other second in case that was lost. Many waits are read
 * together.
 *
 * <p>Safe for use by many threads.
 */
final class Outcomes implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(2);

  private final ClientSettings settings;
  private final Transport transport;
  private final CallStore store;
  private final CallbackExecutor callbacks;
  private final PushBatcher<QueueName, Reading> reads;
  private final Map<String, Set<OutcomeWait>> waits = new ConcurrentHashMap<>();

  private final TaskScheduler later;
  private final AtomicBoolean polling = new AtomicBoolean();

  /** Guards the listening against being started twice. */
  private final Object lock = new Object();

  private Transport.@Nullable Listening listening;
  private final CountDownLatch closed = new CountDownLatch(1);

  Outcomes(
      ClientSettings settings,
      Transport transport,
      CallStore store,
      CallbackExecutor callbacks,
      TaskScheduler later) {
    this.later = later;
    this.settings = settings;
    this.transport = transport;
    this.store = store;
    this.callbacks = callbacks;
    this.reads = new PushBatcher<>(new ReadingTarget(store));
  }

  /** The time by the broker's clock. */
  long millis() {
    return transport.clock().millis();
  }

  /** What is known of a call now; null if nothing is. */
  @Nullable CallRecord now(QueueName queue, String id) {
    Reading reading = new Reading(id, false);
    reads.push(queue, reading);
    return answer(() -> reading.end);
  }

  /** Cancels a call; answers its state then, null if it is not known. */
  @Nullable String cancel(QueueName queue, String id) {
    return answer(() -> store.cancel(queue, id));
  }

  /** Begins to wait. */
  OutcomeWait wait(QueueName queue, String id) {
    OutcomeWait wait = new OutcomeWait(queue, id);
    if (closed.getCount() == 0) {
      end(wait, null, closing());
      return wait;
    }
    listen();
    waits.compute(
        id,
        (key, present) -> {
          Set<OutcomeWait> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(wait);
          return all;
        });
    keepPolling();
    look(wait);
    if (closed.getCount() == 0) { // guard against race with close, which may have seen others only
      end(wait, null, closing());
    }
    return wait;
  }

  /** Waits no longer. */
  void forget(OutcomeWait wait) {
    waits.computeIfPresent(
        wait.id(),
        (key, all) -> {
          all.remove(wait);
          return all.isEmpty() ? null : all;
        });
  }

  /** Blocks until the wait is over, or its time is. */
  void await(OutcomeWait wait, Duration timeout) {
    AdaptiveExecutor.release();
    try {
      transport.clock().await(wait.ended(), timeout);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      String message = "interrupted while waiting for call '" + wait.id() + "', which goes on";
      throw new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, message);
    }
  }

  /**
   * Tells how a call has ended. Throws nothing.
   *
   * @param <T> the result
   */
  interface Decoder<T extends @Nullable Object> {

    /** From its record, null if it is not known; or from why that is not known. */
    CallEnd<T> decode(@Nullable CallRecord record, @Nullable Throwable unread);
  }

  /** A future of the outcome, whose functions run as those of other calls do. */
  <T extends @Nullable Object> CompletableFuture<T> future(OutcomeWait wait, Decoder<T> decoder) {
    CallFuture<T> future = new CallFuture<>(callbacks);
    Supplier<CallContext.Scope> around = AsyncCall.asCaller();
    future.atOthersEnd(() -> forget(wait));
    wait.end()
        .whenComplete(
            (record, failure) ->
                callbacks.complete(
                    around,
                    () -> {
                      CallEnd<T> end = decoder.decode(record, failure);
                      if (end.failure() == null) {
                        future.end(end.value());
                      } else {
                        future.fail(end.failure());
                      }
                    }));
    return future;
  }

  void forgetIdle() {
    reads.forgetIdle();
  }

  private void listen() {
    synchronized (lock) {
      if (listening == null) {
        listening = transport.listen(settings.namespace().callsDone(), this::hinted);
      }
    }
  }

  private void hinted(byte[] message) {
    if (waits.isEmpty()) {
      return;
    }
    new String(message, StandardCharsets.UTF_8)
        .lines()
        .forEach(id -> waits.getOrDefault(id, Set.of()).forEach(this::look));
  }

  private void look(OutcomeWait wait) {
    Reading reading = new Reading(wait.id(), true);
    reading.end.whenComplete(
        (record, failure) -> {
          if (failure == null && (record == null || record.isFinal())) {
            end(wait, record, null);
          }
        });
    reads.push(wait.queue(), reading);
  }

  private void end(OutcomeWait wait, @Nullable CallRecord record, @Nullable RpcException failure) {
    forget(wait);
    if (failure == null) {
      wait.end().complete(record);
    } else {
      wait.end().completeExceptionally(failure);
    }
    wait.ended().countDown();
  }

  /**
   * Guard against race with a poll that ends as nobody waits: whoever looks last sees the other.
   */
  private void keepPolling() {
    if (!waits.isEmpty() && closed.getCount() > 0 && polling.compareAndSet(false, true)) {
      later.run(POLL, this::poll);
    }
  }

  private void poll() {
    waits.values().forEach(all -> all.forEach(this::look));
    polling.set(false);
    keepPolling();
  }

  private <T extends @Nullable Object> T answer(Supplier<CompletionStage<T>> question) {
    AdaptiveExecutor.release();
    return BrokerRequests.await(question, settings.timeout(), "the call's record is not known");
  }

  private static RpcException closing() {
    String message = "the node was closed; the call goes on";
    return new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, message);
  }

  @Override
  public void close() {
    closed.countDown();
    waits.values().forEach(all -> all.forEach(wait -> end(wait, null, closing())));
    synchronized (lock) {
      if (listening != null) {
        listening.close();
      }
    }
  }
}
