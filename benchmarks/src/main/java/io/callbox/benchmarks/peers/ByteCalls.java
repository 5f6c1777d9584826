package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Order;
import java.util.concurrent.CompletableFuture;

/** Calls of a contestant that moves bytes and leaves their meaning to its users. */
interface ByteCalls {

  byte[] call(byte[] request) throws Exception;

  CompletableFuture<byte[]> callAsync(byte[] request);

  void end() throws Exception;

  /** Typed calls on top: two ints as eight bytes, an order as JSON by Jackson, text as UTF-8. */
  static Caller typed(ByteCalls calls) {
    return new TypedCaller(calls);
  }

  /**
   * The typed calls.
   *
   * @param calls what carries them
   */
  record TypedCaller(ByteCalls calls) implements Caller {

    @Override
    public int multiply(int a, int b) {
      return Frames.product(call(Frames.multiply(a, b)));
    }

    @Override
    public CompletableFuture<Integer> multiplyAsync(int a, int b) {
      return calls.callAsync(Frames.multiply(a, b)).thenApply(Frames::product);
    }

    @Override
    public Order relay(Order order) {
      return Frames.order(call(Frames.relay(order)), 0);
    }

    @Override
    public CompletableFuture<Order> relayAsync(Order order) {
      return calls.callAsync(Frames.relay(order)).thenApply(reply -> Frames.order(reply, 0));
    }

    @Override
    public CompletableFuture<String> echoAsync(String text) {
      return calls.callAsync(Frames.echo(text)).thenApply(Frames::text);
    }

    @Override
    public void close() {
      try {
        calls.end();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }

    private byte[] call(byte[] request) {
      try {
        return calls.call(request);
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
