package io.callbox.spring;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.ServiceSkeleton;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * Builds the application's node from its properties and beans. Used by one thread of the context at
 * a time.
 */
final class NodeSettings {

  private static final int JAVA_WITH_VIRTUAL_THREADS = 21;

  private final CallboxProperties properties;
  private final Environment environment;
  private final RedisSource redis;
  private final ServedBeans served;
  private final ObjectProvider<Interceptor> interceptors;
  private final ObjectProvider<RpcNodeCustomizer> customizers;
  private final String id;
  private volatile List<String> services = List.of(); // read by threads that ask for the info

  NodeSettings(
      CallboxProperties properties,
      Environment environment,
      RedisSource redis,
      ServedBeans served,
      ObjectProvider<Interceptor> interceptors,
      ObjectProvider<RpcNodeCustomizer> customizers) {
    this.properties = properties;
    this.environment = environment;
    this.redis = redis;
    this.served = served;
    this.interceptors = interceptors;
    this.customizers = customizers;
    String given = properties.node().id();
    this.id = given == null ? NodeId.of(environment) : given;
  }

  /** Returns the builder of a node. A later node has the same id. */
  RpcNodeBuilder node() {
    RpcNodeBuilder node = redis.reachedBy(set("callbox.node.id", id, RpcNode::builder));
    set("callbox.timeout", properties.timeout(), node::timeout);
    if (properties.concurrency() != null) {
      set("callbox.concurrency", properties.concurrency(), node::concurrency);
    }
    if (properties.namespace() != null) {
      set("callbox.namespace", properties.namespace(), node::namespace);
    }
    if (virtualThreads()) {
      node.executor(new VirtualThreadTaskExecutor("callbox-call-"));
    }
    interceptors.orderedStream().forEach(node::intercept);
    List<ServiceSkeleton> skeletons = served.skeletons();
    skeletons.forEach(node::register);
    services = skeletons.stream().map(each -> each.descriptor().name()).toList();
    customizers.orderedStream().forEach(each -> each.customize(node));
    return node;
  }

  private static <T> RpcNodeBuilder set(
      String property, T value, Function<T, RpcNodeBuilder> setter) {
    try {
      return setter.apply(value);
    } catch (IllegalArgumentException refused) {
      throw new NodeNotStartedException(refused, "Correct " + property + '.');
    }
  }

  /** Decides like Spring Boot, whose own class for this moved to another package in version 4. */
  private boolean virtualThreads() {
    return environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false)
        && Runtime.version().feature() >= JAVA_WITH_VIRTUAL_THREADS;
  }

  /** Returns the problems of property names, in sentences. */
  List<String> unknownProperties() {
    return UnknownProperties.of(environment);
  }

  /** Returns the services of the last node. */
  List<String> served() {
    return services;
  }
}
