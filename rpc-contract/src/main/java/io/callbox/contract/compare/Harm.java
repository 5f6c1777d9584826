package io.callbox.contract.compare;

/** What becomes of a value whose reader knows another version than its writer. */
enum Harm {
  /** It is read as it was meant. */
  NONE,
  /** It is lost or altered, and nobody is told. */
  SILENT,
  /** The call fails. */
  REFUSED
}
