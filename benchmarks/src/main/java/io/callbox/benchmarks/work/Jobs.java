package io.callbox.benchmarks.work;

import io.callbox.annotation.Durable;
import io.callbox.annotation.RemoteService;

/** {@link Work} as durable calls. */
@RemoteService
public interface Jobs {

  /** Two ints in, one out. */
  @Durable(keep = "PT2S")
  int multiply(int a, int b);
}
