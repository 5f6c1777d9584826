package io.callbox.gateway.access;

/** An action of a caller that the authorizer decides on. */
public enum Action {
  /**
   * View the console: the target is the service whose requests, dead letters or durable calls are
   * shown; empty for data that all pages show.
   */
  VIEW,
  /** Call a method; the target is {@code Service.method}. */
  CALL,
  /** Replay a dead letter; the target is the service. */
  REPLAY,
  /** Drop a dead letter; the target is the service. */
  DROP,
  /** Pause a service; the target is the service. */
  PAUSE,
  /** Resume a service; the target is the service. */
  RESUME,
  /** Cancel a durable call; the target is the service. */
  CANCEL
}
