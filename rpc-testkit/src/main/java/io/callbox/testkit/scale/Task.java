package io.callbox.testkit.scale;

/** What a master is busy with. */
public enum Task {
  /** Requests are pushed, taken and acknowledged. */
  REQUESTS,
  /** Responses are pushed and taken. */
  RESPONSES,
  /** Queues and reply lists are waited for in vain. */
  WAITS,
  /** Leases on queues are renewed. */
  LEASES,
  /** Nodes renew their records, and their places in the list of nodes. */
  MEMBERS,
  /** Listeners read the list of nodes and the records. */
  LISTENERS,
  /** Cancellations are published. */
  CANCELLATIONS,
  /** Nobody asks for it. */
  IDLE
}
