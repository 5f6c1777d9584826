package io.callbox.internal.gateway.http;

import java.util.function.Consumer;

/** Where the bytes of one answer leave. One write at a time; never blocks. */
@FunctionalInterface
interface Outlet {

  /**
   * Writes; one of the two is told, once, and may be told before this returns.
   *
   * @param last whether nothing comes after it
   * @param written is run when the bytes have left, or wait where they count no more
   * @param failed is told why they will not
   */
  void write(byte[] bytes, boolean last, Runnable written, Consumer<Throwable> failed);
}
