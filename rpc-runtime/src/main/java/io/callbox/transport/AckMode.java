package io.callbox.transport;

/** When a request that a server took counts as done. */
public enum AckMode {
  /**
   * When it has been answered: if the server dies before, another finds the request and either runs
   * it again or tells the caller. The default.
   */
  ON_ANSWER,
  /** When it is taken: cheaper, and a crash loses what was taken. */
  ON_RECEIVE
}
