package io.callbox.testkit.scale;

/** The tasks of a master. */
public enum Task {
  /** Requests are pushed, taken and acknowledged. */
  REQUESTS,
  /** Responses are pushed and taken. */
  RESPONSES,
  /** Waits for empty queues and reply lists. */
  WAITS,
  /** Leases on queues are renewed. */
  LEASES,
  /** Nodes renew their cards, and their places in the list of nodes. */
  MEMBERS,
  /** Listeners read the list of nodes and the cards. */
  LISTENERS,
  /** Cancellations are published. */
  CANCELLATIONS,
  /** The work of an idle master. */
  IDLE
}
