package io.callbox.transport;

/** The time at which a server acknowledges a request that it has taken. */
public enum AckMode {
  /**
   * Acknowledges when the request has been answered. If the server dies before, another server
   * finds the request, and either runs it again or tells the caller. The default.
   */
  ON_ANSWER,
  /**
   * Acknowledges when the request is taken. This is cheaper, but a crash loses the taken requests.
   */
  ON_RECEIVE
}
