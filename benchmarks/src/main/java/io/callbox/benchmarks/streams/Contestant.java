package io.callbox.benchmarks.streams;

import java.util.concurrent.atomic.LongAdder;

/** A way to carry streams, with both of its ends in this process. */
interface Contestant extends AutoCloseable {

  /** The text of each item. */
  String TEXT = "0123456789abcdef";

  /** Starts a stream whose items are counted as they arrive. */
  void open(LongAdder arrived) throws Exception;

  @Override
  void close();
}
