package io.callbox.contract.compare;

/** The direction of a value, which determines its writer and its reader. */
enum Direction {
  PARAMETERS,
  RESULT,
  EXCEPTION;

  boolean writerIsNew(Pairing pairing) {
    return this == PARAMETERS ? pairing.clientIsNew() : !pairing.clientIsNew();
  }

  String readers(Pairing pairing) {
    return this == PARAMETERS ? pairing.workers() : pairing.clients();
  }

  /** Returns the sentence for refused values. */
  String refused(Pairing pairing, String reason) {
    return switch (this) {
      case PARAMETERS ->
          "Calls of %s to %s fail with INVALID_ARGUMENT, and nothing runs: %s."
              .formatted(pairing.clients(), pairing.workers(), reason);
      case RESULT ->
          "Calls of %s to %s run, and end in INTERNAL with their result lost: %s."
              .formatted(pairing.clients(), pairing.workers(), reason);
      case EXCEPTION ->
          "Calls of %s to %s that throw end as an RpcException instead: %s."
              .formatted(pairing.clients(), pairing.workers(), reason);
    };
  }
}
