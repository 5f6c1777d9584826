package io.callbox.samples.fibonacci;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;

/** Work that keeps a processor busy, to be shared by several nodes. */
@RemoteService
public interface Fibonacci {

  /**
   * The {@code n}-th Fibonacci number; the 0th is 0, the first is 1. May be computed again if its
   * node dies meanwhile.
   *
   * @throws IllegalArgumentException unless {@code n} is between 0 and 92
   */
  @Idempotent
  long fibonacci(int n);
}
