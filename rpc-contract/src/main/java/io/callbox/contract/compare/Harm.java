package io.callbox.contract.compare;

/** The effect on a value whose reader knows another version than its writer. */
enum Harm {
  /** The value is read as it was meant. */
  NONE,
  /** The value is lost or altered, without a message. */
  SILENT,
  /** The call fails. */
  REFUSED
}
