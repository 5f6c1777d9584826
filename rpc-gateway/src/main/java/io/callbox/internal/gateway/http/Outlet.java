package io.callbox.internal.gateway.http;

import java.util.function.Consumer;

/** Writes the bytes of one answer. One write at a time; never blocks. */
@FunctionalInterface
interface Outlet {

  /**
   * Writes bytes. Calls exactly one of {@code written} and {@code failed}, once, perhaps before it
   * returns.
   *
   * @param last whether these are the last bytes
   * @param written runs when the bytes have left, or are in a buffer that does not count
   * @param failed receives the reason if the write fails
   */
  void write(byte[] bytes, boolean last, Runnable written, Consumer<Throwable> failed);
}
