package io.callbox.registry;

/** The treatment of calls to a paused service. */
public enum PauseMode {
  /** The calls fail with {@code UNAVAILABLE}, not executed. */
  REFUSE,
  /** The calls wait in the service's queue, for as long as their timeouts allow. */
  WAIT
}
