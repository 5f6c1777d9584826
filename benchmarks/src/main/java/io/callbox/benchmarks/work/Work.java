package io.callbox.benchmarks.work;

import io.callbox.annotation.RemoteService;

/** The operations that every contestant is asked to run. */
@RemoteService
public interface Work {

  /** Two ints in, one out. */
  int multiply(int a, int b);

  /** A record of about 1 KiB, there and back. */
  Order relay(Order order);

  /** A text of any length, there and back. */
  String echo(String text);
}
