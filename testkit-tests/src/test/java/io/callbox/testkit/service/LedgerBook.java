package io.callbox.testkit.service;

import io.callbox.testkit.time.Await;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntUnaryOperator;

/** A ledger that counts how often it was told each number. */
public class LedgerBook implements Ledger {

  private final Map<Integer, Integer> runs = new ConcurrentHashMap<>();
  private final IntUnaryOperator answer;

  /** A ledger that answers with the number itself. */
  public LedgerBook() {
    this(number -> number);
  }

  /** A ledger that answers like this, after it has counted. */
  public LedgerBook(IntUnaryOperator answer) {
    this.answer = answer;
  }

  /** A ledger that says when it runs, and does not answer before it is let go. */
  public static LedgerBook held(CountDownLatch running, CountDownLatch release) {
    return new LedgerBook(
        number -> {
          running.countDown();
          Await.latch(release);
          return number;
        });
  }

  @Override
  public int enter(int number) {
    runs.merge(number, 1, Integer::sum);
    return answer.applyAsInt(number);
  }

  @Override
  public int look(int number) {
    return enter(number);
  }

  @Override
  public void log(String line) {
    enter(line.length());
  }

  /** How often this number was told. */
  public int runs(int number) {
    return runs.getOrDefault(number, 0);
  }

  /** How often anything was told. */
  public int runs() {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Counts anew. */
  public void forget() {
    runs.clear();
  }
}
