/**
 * Runs generated code: nodes, their registry, and the ways to move messages.
 *
 * <p>Redisson is an automatic module, so only its POM says what it requires. This module requires
 * for it the modules that it needs at its start, so that a program on the module path starts
 * without {@code --add-modules}. The resolver of names requires the rest of Netty.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.runtime {
  requires transitive io.callbox.api;
  requires static com.google.errorprone.annotations;
  requires static transitive org.jspecify;
  requires transitive redisson;
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.resolver.dns;
  requires io.netty.transport;
  requires org.yaml.snakeyaml;
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
