package io.callbox.spring;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Interceptor;
import io.callbox.transport.Transport;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/**
 * Starts a node for the application. The node serves the beans that implement a
 * {@code @RemoteService} interface, and makes the calls of the injected stubs.
 *
 * <p>From its start on, the node is a bean as well: get it from an {@code ObjectProvider<RpcNode>}.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "callbox.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CallboxProperties.class)
final class CallboxAutoConfiguration {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static StubInjector callboxStubInjector() {
    return new StubInjector();
  }

  @Bean
  CurrentNode callboxCurrentNode() {
    return new CurrentNode();
  }

  @Bean
  RemoteStubs callboxStubs(CurrentNode node, CallboxProperties properties) {
    return new RemoteStubs(node, properties.clients());
  }

  /** Returns the running node. After a restart it is another one, so the bean is not cached. */
  @Bean(destroyMethod = "")
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  RpcNode callboxNode(CurrentNode node) {
    return node.get();
  }

  @Bean
  SpringRedis callboxPropertyRedis(Environment environment) {
    return new PropertyRedis(environment);
  }

  @Bean
  RedisSource callboxRedis(
      CallboxProperties properties,
      ObjectProvider<Transport> transports,
      ObjectProvider<RedissonClient> clients,
      ObjectProvider<SpringRedis> spring) {
    return new RedisSource(properties.redis(), transports, clients, spring);
  }

  @Bean
  @ConditionalOnMissingBean
  SkeletonMaker callboxSkeletonMaker() {
    return Contract::serving;
  }

  @Bean
  NodeSettings callboxNodeSettings(
      CallboxProperties properties,
      Environment environment,
      RedisSource redis,
      ConfigurableListableBeanFactory beans,
      SkeletonMaker maker,
      ObjectProvider<Interceptor> interceptors,
      ObjectProvider<RpcNodeCustomizer> customizers) {
    ServedBeans served = new ServedBeans(beans, maker);
    return new NodeSettings(properties, environment, redis, served, interceptors, customizers);
  }

  @Bean
  NodeLifecycle callboxNodeLifecycle(
      ApplicationContext context,
      NodeSettings settings,
      CurrentNode node,
      RemoteStubs stubs,
      ObjectProvider<NodeObserver> observers) {
    return new NodeLifecycle(context, settings, node, stubs, observers);
  }
}
