/** Contracts as OpenRPC documents: read, compared, judged. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.contract {
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;

  exports io.callbox.contract;
  exports io.callbox.contract.compare;
  exports io.callbox.contract.model;
}
