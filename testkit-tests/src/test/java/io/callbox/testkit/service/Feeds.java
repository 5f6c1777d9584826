package io.callbox.testkit.service;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Feeds that a test drives, and that count what was pulled, opened and closed. */
public final class Feeds implements Feed {

  private static final int BUFFER = 4;

  private final SubmissionPublisher<Item> items;
  private final AtomicInteger pulled = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /** Feeds whose followers are told on the threads of an executor. */
  public Feeds(Executor executor) {
    this.items = new SubmissionPublisher<>(executor, BUFFER);
  }

  /** Feeds whose followers are told by the thread that gives. */
  public Feeds() {
    this(Runnable::run);
  }

  /** What the followers of all topics are given. */
  public SubmissionPublisher<Item> items() {
    return items;
  }

  /** How many items have been pulled. */
  public int pulled() {
    return pulled.get();
  }

  /** How many pulled feeds are open. */
  public int open() {
    return open.get();
  }

  @Override
  public Flow.Publisher<Item> follow(String topic) {
    return items;
  }

  @Override
  public Stream<Integer> count(int number) {
    return counted(IntStream.range(0, number).boxed());
  }

  @Override
  public Stream<String> lines(int length) throws NoSuchFeedException {
    if (length < 0) {
      throw new NoSuchFeedException("no lines of " + length);
    }
    return counted(Stream.generate(() -> "x".repeat(length)));
  }

  private <T> Stream<T> counted(Stream<T> feed) {
    open.incrementAndGet();
    return feed.peek(item -> pulled.incrementAndGet()).onClose(open::decrementAndGet);
  }
}
