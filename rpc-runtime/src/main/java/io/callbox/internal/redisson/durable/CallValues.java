package io.callbox.internal.redisson.durable;

import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.CallStore;

/** Values that several scripts of durable calls receive. */
final class CallValues {

  /** The maximum time for which a call waits, in milliseconds. */
  static final byte[] WAIT = Scripts.millis(CallStore.LONGEST_WAIT);

  /** Stands for a value that there is not. */
  static final byte[] NOTHING = {};

  private CallValues() {}
}
