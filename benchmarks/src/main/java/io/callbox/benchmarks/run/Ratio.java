package io.callbox.benchmarks.run;

import io.callbox.benchmarks.harness.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One target of the product: met if the value is at least the target. Where less is better, the
 * value is the other's figure by ours.
 *
 * @param name what is compared with what
 * @param value what came of it
 * @param target what is to be reached; not a number where nothing is
 * @param spread the same within a round, from the first quarter of the rounds to the third; empty
 *     if the rounds do not pair
 */
record Ratio(String name, double value, double target, String spread) {

  Ratio(String name, double value, double target) {
    this(name, value, target, "");
  }

  static List<Ratio> of(Book book) {
    List<Ratio> ratios = new ArrayList<>();
    new Versus(book, Programme.CALLBOX, "", ratios).addAll();
    new Versus(book, Programme.CALLBOX, "acknowledged/", ratios)
        .rate(Scenario.ASYNC_64, Programme.ON_RECEIVE, 0.9);
    return ratios;
  }

  @Override
  public String toString() {
    String wanted = Double.isNaN(target) ? "-" : String.format(Locale.ROOT, "%.3f", target);
    String line = String.format(Locale.ROOT, "ratio %s %.3f %s", name, value, wanted);
    return spread.isEmpty() ? line : line + "   rounds " + spread;
  }

  private record Versus(Book book, String callbox, String prefix, List<Ratio> ratios) {

    void addAll() {
      rate(Scenario.ASYNC_64, "loop-batch", 0.85);
      rate(Scenario.ASYNC_64, "nats", 1.8);
      rate(Scenario.ASYNC_64, "rremote-noack", 20);
      rate(Scenario.ASYNC_64, "grpc-direct", 1);
      rate(Scenario.ASYNC_1024, "nats", 2.5);
      rate(Scenario.ASYNC_1024, "loop-batch", 0.7);
      rate(Scenario.BLOCKING_64, "nats", 1.5);
      rate(Scenario.BLOCKING_64, "loop-batch", 1);
      rate(Scenario.RECORD_64, "loop-batch", 1.3);
      rate(Scenario.RECORD_64, "nats", 1.5);
      rate(Scenario.TEXT_64K, "nats", 1);
      rate(Scenario.TEXT_256K, "nats", 1);
      less(Scenario.ASYNC_64, "cpu", "loop-batch", Sample::cpuMicros, 1 / 1.1);
      less(Scenario.ONE_CALLER, "median", "loop-batch", Sample::median, 1);
      less(Scenario.ONE_CALLER, "p99", "loop-batch", Sample::p99, 1 / 1.2);
      less(Scenario.ONE_CALLER, "median", "nats", Sample::median, Double.NaN);
      less(Scenario.ONE_CALLER, "p99", "nats", Sample::p99, Double.NaN);
      budget("cpu-of-15-us", 15, Sample::cpuMicros);
      budget("client-garbage-of-1-kb", 1_000, Sample::clientBytes);
      budget("server-garbage-of-1-kb", 1_000, Sample::serverBytes);
    }

    void rate(Scenario scenario, String peer, double target) {
      double ours = book.median(scenario, callbox, Sample::rate);
      double theirs = book.median(scenario, peer, Sample::rate);
      String spread = book.spread(scenario, callbox, peer, Sample::rate);
      add(scenario.name() + "/rate/" + peer, ours / theirs, target, spread);
    }

    /** Of what had better be small: the peer's by ours. */
    private void less(
        Scenario scenario,
        String name,
        String peer,
        ToDoubleFunction<Sample> figure,
        double target) {
      double ours = book.median(scenario, callbox, figure);
      double theirs = book.median(scenario, peer, figure);
      String spread = book.spread(scenario, peer, callbox, figure);
      add(scenario.name() + '/' + name + '/' + peer, theirs / ours, target, spread);
    }

    /** Adds the budget of a call at 64 outstanding. */
    private void budget(String name, double most, ToDoubleFunction<Sample> figure) {
      add("ASYNC_64/" + name, most / book.median(Scenario.ASYNC_64, callbox, figure), 1, "");
    }

    private void add(String name, double value, double target, String spread) {
      if (!Double.isNaN(value)) {
        ratios.add(new Ratio(prefix + name.toLowerCase(Locale.ROOT), value, target, spread));
      }
    }
  }
}
