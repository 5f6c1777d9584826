package io.callbox.gateway.access;

/** What a caller can ask of a gateway that is more than looking. */
public enum Action {
  /** Call a method; the target is {@code Service.method}. */
  CALL,
  /** Put a dead letter back into its queue; the target is the service. */
  REPLAY,
  /** Drop a dead letter; the target is the service. */
  DROP,
  /** Have a service's workers take no more; the target is the service. */
  PAUSE,
  /** Have them take again; the target is the service. */
  RESUME,
  /** Cancel a durable call; the target is the service. */
  CANCEL
}
