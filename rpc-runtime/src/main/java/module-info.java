/** What generated code is compiled against, and what runs it. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.runtime {
  requires transitive com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires static transitive org.jspecify;
  requires transitive redisson;
  requires org.slf4j;

  exports io.callbox.json;
  exports io.callbox.json.databind;
  exports io.callbox.node;
  exports io.callbox.registry;
  exports io.callbox.rpc;
  exports io.callbox.rpc.interceptor;
  exports io.callbox.rpc.security;
  exports io.callbox.transport;
  exports io.callbox.transport.memory;
  exports io.callbox.transport.redisson;
}
