package io.callbox.benchmarks.driver;

import io.callbox.benchmarks.peers.Caller;
import io.callbox.benchmarks.work.Order;
import java.util.concurrent.CompletableFuture;

/** One kind of call, either way, its result checked. */
interface Call {

  /** Calls and waits. Returns whether the result is right. */
  boolean await();

  /** Starts a call. The future gives whether the result is right. */
  CompletableFuture<Boolean> start();

  static Call of(Load load, Caller caller) {
    return switch (load.operation()) {
      case MULTIPLY -> new Multiply(caller);
      case RELAY -> new Relay(caller);
      case ECHO -> new Echo(caller, "x".repeat(load.payload()));
    };
  }

  /** Two ints in, one out. */
  record Multiply(Caller caller) implements Call {

    @Override
    public boolean await() {
      return caller.multiply(70_001, 8) == 560_008;
    }

    @Override
    public CompletableFuture<Boolean> start() {
      return caller.multiplyAsync(70_001, 8).thenApply(product -> product == 560_008);
    }
  }

  /** The record, there and back. */
  record Relay(Caller caller) implements Call {

    @Override
    public boolean await() {
      return right(caller.relay(Order.SAMPLE));
    }

    @Override
    public CompletableFuture<Boolean> start() {
      return caller.relayAsync(Order.SAMPLE).thenApply(Relay::right);
    }

    private static boolean right(Order order) {
      return order.lines().size() == Order.SAMPLE.lines().size()
          && order.total() == Order.SAMPLE.total();
    }
  }

  /** A text, there and back; asynchronous only. */
  record Echo(Caller caller, String text) implements Call {

    @Override
    public boolean await() {
      return start().join();
    }

    @Override
    public CompletableFuture<Boolean> start() {
      return caller.echoAsync(text).thenApply(back -> back.length() == text.length());
    }
  }
}
