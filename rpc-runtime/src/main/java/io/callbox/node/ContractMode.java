package io.callbox.node;

/** What a node does at its start about nodes that serve another version of its services. */
public enum ContractMode {
  /**
   * Logs what the difference does to whom. Refuses to start only beside a contract that is of
   * another interface and not compatible: calls would be answered by the wrong service.
   */
  WARN,
  /** Refuses to start if there is no order in which the two versions may be replaced. */
  REFUSE,
  /** Asks nobody. */
  SILENT
}
