/** What generated code is compiled against, and what runs it. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.runtime {
  requires transitive com.fasterxml.jackson.core;
  requires static transitive org.jspecify;

  exports io.callbox.json;
  exports io.callbox.rpc;
}
