package io.callbox.contract.compare;

/** Which version calls which, while a contract is being replaced. */
enum Pairing {
  /** What there is when workers are replaced first. */
  OLD_CLIENT_NEW_WORKER,
  /** What there is when clients are replaced first. */
  NEW_CLIENT_OLD_WORKER;

  boolean clientIsNew() {
    return this == NEW_CLIENT_OLD_WORKER;
  }

  String clients() {
    return clientIsNew() ? "new clients" : "old clients";
  }

  String workers() {
    return clientIsNew() ? "old workers" : "new workers";
  }
}
