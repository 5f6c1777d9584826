package io.callbox.spring;

/** The node of an application cannot start, and the message says why. */
final class NodeNotStartedException extends IllegalStateException {

  private final String action;

  /**
   * Creates one with the message of its cause.
   *
   * @param action what to do about it
   */
  NodeNotStartedException(RuntimeException cause, String action) {
    super(cause.getMessage(), cause);
    this.action = action;
  }

  /**
   * Creates one without a cause.
   *
   * @param action what to do about it
   */
  NodeNotStartedException(String message, String action) {
    super(message);
    this.action = action;
  }

  /** What to do about it. */
  String action() {
    return action;
  }
}
