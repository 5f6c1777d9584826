package io.callbox.registry;

/** What becomes of the callers of a paused service. */
public enum PauseMode {
  /** Their calls are refused: {@code UNAVAILABLE}, and not executed. */
  REFUSE,
  /** Their calls wait in the service's queue, as long as their timeouts allow. */
  WAIT
}
