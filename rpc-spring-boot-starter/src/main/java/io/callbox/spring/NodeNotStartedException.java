package io.callbox.spring;

/** Reports that the node of an application cannot start. The message contains the reason. */
final class NodeNotStartedException extends IllegalStateException {

  private final String action;

  /**
   * Creates one with the message of its cause.
   *
   * @param action the remedy
   */
  NodeNotStartedException(RuntimeException cause, String action) {
    super(cause.getMessage(), cause);
    this.action = action;
  }

  /**
   * Creates one without a cause.
   *
   * @param action the remedy
   */
  NodeNotStartedException(String message, String action) {
    super(message);
    this.action = action;
  }

  /** The remedy. */
  String action() {
    return action;
  }
}
