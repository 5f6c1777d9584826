package io.callbox.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One target of the product: met if the value is at least the target. Where less is better, the
 * value is the other's figure by ours.
 *
 * @param name what is compared with what
 * @param value what came of it
 * @param target what is to be reached
 */
record Ratio(String name, double value, double target) {

  static List<Ratio> of(Book book) {
    List<Ratio> ratios = new ArrayList<>();
    new Versus(book, Programme.CALLBOX, "", ratios).addAll();
    new Versus(book, Programme.ON_RECEIVE, "on-receive/", ratios)
        .rate(Scenario.ASYNC_64, "loop-batch", 0.8);
    return ratios;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "ratio %s %.3f %.3f", name, value, target);
  }

  private record Versus(Book book, String callbox, String prefix, List<Ratio> ratios) {

    void addAll() {
      rate(Scenario.ASYNC_64, "rremote-noack", 15);
      rate(Scenario.ASYNC_64, "rremote-tuned", 8);
      rate(Scenario.ASYNC_64, "grpc", 3);
      rate(Scenario.ASYNC_64, "grpc-direct", 1.5);
      rate(Scenario.ASYNC_64, "nats", 1);
      rate(Scenario.ASYNC_64, "loop-batch", 0.7);
      rate(Scenario.ASYNC_1024, "nats", 1.5);
      rate(Scenario.ASYNC_1024, "rremote-noack", 40);
      rate(Scenario.ASYNC_1024, "loop-batch", 0.5);
      rate(Scenario.BLOCKING_64, "rremote-noack", 12);
      rate(Scenario.BLOCKING_64, "grpc", 2);
      rate(Scenario.BLOCKING_64, "nats", 0.9);
      rate(Scenario.RECORD_64, "nats", 1.2);
      rate(Scenario.RECORD_64, "loop-batch", 1.2);
      rate(Scenario.RECORD_64, "rremote-noack", 8);
      oneCaller();
    }

    void rate(Scenario scenario, String peer, double target) {
      double ours = book.median(scenario, callbox, sample -> sample.rate());
      double theirs = book.median(scenario, peer, sample -> sample.rate());
      add(scenario.name() + "/rate/" + peer, ours / theirs, target);
    }

    private void oneCaller() {
      latency("median/loop-batch", "loop-batch", 1 / 1.2);
      latency("median/rremote-noack", "rremote-noack", 2);
      double theirs = book.median(Scenario.ONE_CALLER, "loop-batch", sample -> sample.p99());
      double ours = book.median(Scenario.ONE_CALLER, callbox, sample -> sample.p99());
      add("ONE_CALLER/p99/loop-batch", theirs / ours, 1 / 1.5);
    }

    private void latency(String name, String peer, double target) {
      double theirs = book.median(Scenario.ONE_CALLER, peer, sample -> sample.median());
      double ours = book.median(Scenario.ONE_CALLER, callbox, sample -> sample.median());
      add("ONE_CALLER/" + name, theirs / ours, target);
    }

    private void add(String name, double value, double target) {
      if (!Double.isNaN(value)) {
        ratios.add(new Ratio(prefix + name.toLowerCase(Locale.ROOT), value, target));
      }
    }
  }
}
