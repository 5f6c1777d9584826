package io.callbox.node;

/**
 * The reaction of a node at its start if other nodes serve another version of its services, or if
 * requests wait that it cannot read.
 */
public enum ContractMode {
  /**
   * Logs the difference and its effect on callers and workers. Refuses to start only if another
   * node serves an incompatible contract of another interface: the wrong service would answer
   * calls.
   */
  WARN,
  /**
   * Refuses to start if neither workers nor callers can be updated first, or if requests wait in
   * its queues that it cannot serve.
   */
  REFUSE,
  /**
   * Asks no node and looks at no queue. This node then serves all requests for its methods, even if
   * another node could serve them better.
   */
  SILENT
}
