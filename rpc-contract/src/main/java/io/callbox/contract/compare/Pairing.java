package io.callbox.contract.compare;

/** The versions of caller and worker, while a contract is being replaced. */
enum Pairing {
  /** Exists while workers are replaced first. */
  OLD_CLIENT_NEW_WORKER,
  /** Exists while clients are replaced first. */
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
