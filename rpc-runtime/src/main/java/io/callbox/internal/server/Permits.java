package io.callbox.internal.server;

import java.io.Serial;
import java.util.concurrent.Semaphore;

/**
 * Permits for requests. There may be fewer than none: a chunk brings more requests than its taker
 * had room for.
 */
final class Permits extends Semaphore {

  @Serial private static final long serialVersionUID = 1;

  Permits(int count) {
    super(count);
  }

  /** Gives places back that were not needed, or takes those that were needed besides. */
  void settle(int unused) {
    if (unused >= 0) {
      release(unused);
    } else {
      reducePermits(-unused);
    }
  }
}
