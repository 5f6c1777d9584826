package io.callbox.node;

/**
 * What a node does at its start about nodes that serve another version of its services, and about
 * waiting requests that it cannot read.
 */
public enum ContractMode {
  /**
   * Logs what the difference does to whom. Refuses to start only beside a contract that is of
   * another interface and not compatible: calls would be answered by the wrong service.
   */
  WARN,
  /**
   * Refuses to start if there is no order in which the two versions may be replaced, or if requests
   * wait in its queues that it could not serve.
   */
  REFUSE,
  /**
   * Asks nobody, and looks at no queue. Requests for methods that this node has are all served here
   * then, whoever could serve them better.
   */
  SILENT
}
