/** What runs generated code: nodes, their registry, and the ways to move messages. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.runtime {
  requires transitive io.callbox.api;
  requires static transitive org.jspecify;
  requires transitive redisson;
  requires io.callbox.contract;
  requires transitive org.slf4j;

  exports io.callbox.deadletter;
  exports io.callbox.durable;
  exports io.callbox.node;
  exports io.callbox.registry;
  exports io.callbox.interceptor;
  exports io.callbox.security;
  exports io.callbox.transport;
  exports io.callbox.transport.memory;
  exports io.callbox.transport.redisson;
}
