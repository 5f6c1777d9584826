package io.callbox.internal.redisson.take;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.redisson.failure.Later;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer.Receiver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Keeps messages that came after their take had stopped waiting for them, for the next take. If
 * they went back each time, a queue whose master always answers late would starve beside a busy
 * one. Messages for which no take has room within a second go back, so that others can take them;
 * this is less time than an {@code OrphanScanner} gives the answer to a take.
 *
 * <p>It keeps one answer of each queue. Safe for use by many threads.
 */
final class LateMessages {

  private static final Executor A_SECOND_LATER = Later.after(Duration.ofSeconds(1));

  private final TakeScript script;
  private final Executor later;

  @GuardedBy("this")
  private final Deque<Answer> answers = new ArrayDeque<>();

  @GuardedBy("this")
  private boolean closed;

  LateMessages(TakeScript script) {
    this(script, A_SECOND_LATER);
  }

  /**
   * Creates it without messages.
   *
   * @param later runs a task when messages have been kept for long enough
   */
  LateMessages(TakeScript script, Executor later) {
    this.script = script;
    this.later = later;
  }

  /** The messages of one queue. Guarded by the monitor of the outer object. */
  private static final class Answer {

    private final BlockingPop from;
    private final Deque<Delivery> messages;

    Answer(BlockingPop from, List<Delivery> taken) {
      this.from = from;
      this.messages = new ArrayDeque<>(taken);
    }
  }

  /** Keeps messages, or puts them back if they must not be taken, or if others are kept. */
  void add(BlockingPop from, List<Delivery> taken) {
    if (taken.isEmpty()) {
      return;
    }
    Answer answer = new Answer(from, taken);
    if (keeps(answer)) {
      later.execute(() -> putBack(answer));
    } else {
      script.returnAll(taken);
    }
  }

  private synchronized boolean keeps(Answer answer) {
    BlockingPop from = answer.from;
    if (closed || from.isPaused() || answers.stream().anyMatch(other -> other.from == from)) {
      return false;
    }
    return answers.add(answer);
  }

  /** Returns whether messages are kept. */
  synchronized boolean areAny() {
    return !answers.isEmpty();
  }

  /** Passes the messages on for which there is room. Returns the number of requests in them. */
  int take(int max, Receiver receiver) {
    if (!areAny()) {
      return 0;
    }
    putBackPaused();
    List<Delivery> taken = fitting(max, receiver);
    if (!taken.isEmpty()) {
      receiver.receive(taken);
    }
    return Delivery.requestsIn(taken);
  }

  private synchronized List<Delivery> fitting(int max, Receiver receiver) {
    List<Delivery> taken = new ArrayList<>();
    int left = max;
    long bytes = receiver.bytesLeft();
    while (!answers.isEmpty() && left > 0 && bytes > 0) {
      Answer first = answers.getFirst();
      Delivery next = first.messages.removeFirst();
      if (first.messages.isEmpty()) {
        answers.removeFirst();
      }
      if (next.requests() > left + receiver.spare()) {
        cut(first.from, next, left);
        break;
      }
      taken.add(next);
      left -= next.requests();
      bytes -= next.message().length;
    }
    return taken;
  }

  /** Splits a chunk that is larger than the room: the next take gets this many requests. */
  private void cut(BlockingPop from, Delivery chunk, int requests) {
    script
        .keepPart(chunk, requests)
        .thenAccept(part -> add(from, part == null ? List.of() : List.of(part)));
  }

  /** Puts back messages of queues from which the consumer no longer takes. */
  void putBackPaused() {
    List<Answer> paused;
    synchronized (this) {
      paused = answers.stream().filter(answer -> answer.from.isPaused()).toList();
    }
    paused.forEach(this::putBack);
  }

  /**
   * Puts messages back. Guard against race with a take: each message is passed on, or goes back.
   */
  private void putBack(Answer answer) {
    List<Delivery> left;
    synchronized (this) {
      left = List.copyOf(answer.messages);
      answer.messages.clear();
      answers.remove(answer);
    }
    script.returnAll(left);
  }

  /** Puts all messages back, and keeps no more. */
  void close() {
    List<Answer> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(answers);
    }
    all.forEach(this::putBack);
  }
}
