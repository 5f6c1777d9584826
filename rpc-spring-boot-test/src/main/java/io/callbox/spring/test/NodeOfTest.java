package io.callbox.spring.test;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import io.callbox.transport.redisson.RedissonTransport;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives a context a node that needs nothing from outside, wherever the application's properties or
 * its own {@link Transport} say that Redis is. Immutable.
 *
 * @param redis whether the node is on a real Redis, which ends after the context: a shutdown hook
 *     closes the contexts that Spring keeps, and their nodes need Redis to leave the registry
 */
record NodeOfTest(boolean redis) implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    if (redis) {
      RedisServer server = RedisServer.startUntilClosed();
      beans.registerDisposableBean("callboxTestRedis", server::close);
      TestPropertyValues.of("callbox.redis.uri=" + server.directUri()).applyTo(context);
      RootBeanDefinition connection = new RootBeanDefinition(RedissonTransport.class);
      connection.setFactoryMethodName("connect");
      connection.getConstructorArgumentValues().addIndexedArgumentValue(0, server.directUri());
      register(connection, beans);
    } else {
      register(new RootBeanDefinition(InMemoryTransport.class), beans);
    }
  }

  /** The context closes the transport, before the Redis that was registered earlier. */
  private static void register(RootBeanDefinition transport, BeanDefinitionRegistry beans) {
    transport.setPrimary(true);
    beans.registerBeanDefinition("callboxTestTransport", transport);
  }
}
