package io.callbox.internal.client.durable;

import io.callbox.internal.concurrent.RepeatedLook;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.RpcException;
import io.callbox.transport.CallRecord;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Notifies listeners that a durable call may have ended: when a hint says so, and every two
 * seconds, in case the hint was lost.
 *
 * <p>Safe for use by many threads. The code that creates it closes it.
 */
final class EndHints implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(2);

  /**
   * A result that is told arrives within this time: it is published before the hint, on another
   * channel. If no result was told, because the call was cancelled or lost its worker, its record
   * is read this much later.
   */
  private static final Duration MOMENT = Duration.ofMillis(10);

  private final Transport transport;
  private final QueueName channel;
  private final TaskScheduler later;
  private final Consumer<List<OutcomeWait>> look;
  private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();

  /** Guards against race between two first waits, and between a first wait and the close. */
  private final Object lock = new Object();

  private volatile @Nullable CompletableFuture<Transport.Listening> listening;
  private final RepeatedLook polls;
  private volatile boolean closed;
  private volatile boolean heard;
  private volatile boolean told;

  /**
   * Creates hints from a channel.
   *
   * @param look looks at the records of calls that may have ended
   */
  EndHints(
      Transport transport,
      QueueName channel,
      TaskScheduler later,
      Consumer<List<OutcomeWait>> look) {
    this.transport = transport;
    this.channel = channel;
    this.later = later;
    this.look = look;
    this.polls = new RepeatedLook(later, POLL, () -> !closed && !listeners.isEmpty(), this::poll);
  }

  /** A listener. Its methods must be short. */
  interface Listener {

    /** The id of its call. */
    String id();

    /**
     * Handles a hint that the call has ended. Returns the wait that must read its record; null for
     * none.
     */
    @Nullable OutcomeWait hinted();

    /** Returns whether the call's result may be told, so that its record need not be read. */
    default boolean asksToBeTold() {
      return false;
    }

    /** Handles the record of the call. */
    default void told(CallRecord record) {}

    /**
     * Handles the end of a poll interval. Returns the wait that must read its record; null for
     * none.
     */
    @Nullable OutcomeWait polled();

    /** Handles the end of all notifications. */
    void closed(RpcException reason);
  }

  boolean isClosed() {
    return closed;
  }

  /** Returns whether hints are known to arrive. */
  boolean areHeard() {
    return heard;
  }

  void add(Listener listener) {
    listeners.merge(listener.id(), List.of(listener), EndHints::joined);
    polls.keepLooking();
  }

  private static List<Listener> joined(List<Listener> some, List<Listener> others) {
    List<Listener> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** Removes a listener once; it stays if it was added more often. */
  void remove(Listener listener) {
    listeners.computeIfPresent(
        listener.id(),
        (id, all) -> {
          if (all.size() == 1) {
            return all.contains(listener) ? null : all;
          }
          List<Listener> left = new ArrayList<>(all);
          left.remove(listener);
          return left.isEmpty() ? null : List.copyOf(left);
        });
  }

  /** Removes the listeners that match. */
  void removeIf(Predicate<Listener> unwanted) {
    listeners.values().forEach(all -> all.stream().filter(unwanted).forEach(this::remove));
  }

  /** Returns the number of calls with listeners. */
  int size() {
    return listeners.size();
  }

  /**
   * Starts the subscription to hints, and does not wait for it: Redis may be away.
   *
   * @return completes when the subscription is there; fails if Redis refuses it
   */
  CompletableFuture<Transport.Listening> start() {
    CompletableFuture<Transport.Listening> known = listening;
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    synchronized (lock) {
      CompletableFuture<Transport.Listening> begun = listening;
      if (begun == null || (begun.isCompletedExceptionally() && !closed)) {
        begun =
            closed
                ? CompletableFuture.failedFuture(new IllegalStateException("the node is closed"))
                : transport.listenAsync(channel, this::hinted).toCompletableFuture();
        listening = begun;
      }
      return begun;
    }
  }

  private void hinted(byte[] message) {
    heard = true;
    if (listeners.isEmpty()) {
      return;
    }
    List<OutcomeWait> mayHaveEnded = new ArrayList<>();
    List<OutcomeWait> soon = new ArrayList<>();
    for (String id : new String(message, StandardCharsets.UTF_8).split("\n", -1)) {
      for (Listener each : listeners.getOrDefault(id, List.of())) {
        addHinted(each, told && each.asksToBeTold() ? soon : mayHaveEnded);
      }
    }
    look.accept(mayHaveEnded);
    if (!soon.isEmpty()) {
      later.runInRealTime(MOMENT, () -> lookUnlessTold(soon));
    }
  }

  private static void addHinted(Listener listener, List<OutcomeWait> waits) {
    OutcomeWait wait = listener.hinted();
    if (wait != null) {
      waits.add(wait);
    }
  }

  private void lookUnlessTold(List<OutcomeWait> soon) {
    look.accept(soon.stream().filter(wait -> !wait.end().isDone()).toList());
  }

  /**
   * Notifies listeners that a call has ended and its outcome is not told, because it is an error,
   * or large.
   */
  void ended(String id) {
    List<OutcomeWait> waits =
        listeners.getOrDefault(id, List.of()).stream()
            .filter(Listener::asksToBeTold)
            .map(Listener::hinted)
            .filter(Objects::nonNull)
            .toList();
    look.accept(waits);
  }

  /**
   * Notifies listeners that a call has completed, if it has asked for its result. Other programs
   * may know the ids of other calls, and could publish results of their own.
   */
  void completed(String id, byte[] result) {
    told = true;
    CallRecord record = CallRecord.completed(result);
    for (Listener each : listeners.getOrDefault(id, List.of())) {
      if (each.asksToBeTold()) {
        each.told(record);
      }
    }
  }

  private void poll() {
    look.accept(
        listeners.values().stream()
            .flatMap(List::stream)
            .map(Listener::polled)
            .filter(Objects::nonNull)
            .toList());
  }

  /** Notifies all listeners of the end. */
  void close(RpcException reason) {
    closed = true;
    listeners.values().forEach(all -> all.forEach(each -> each.closed(reason)));
    close();
  }

  @Override
  public void close() {
    closed = true;
    synchronized (lock) {
      CompletableFuture<Transport.Listening> begun = listening;
      if (begun != null) {
        begun.thenAccept(Transport.Listening::close);
      }
    }
  }
}
