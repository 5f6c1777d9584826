package io.callbox.rpc;

/** States whether the implementation ran for a call that failed. */
public enum Executed {
  /** It did not run and never will: it is always safe to call again. */
  NO,
  /** It ran, at least in part. */
  YES,
  /** It may have run, or may still run. */
  UNKNOWN
}
