package io.callbox.spring.test;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.memory.InMemoryTransport;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives a context a node that needs nothing from outside, wherever the application's properties say
 * that Redis is. Immutable.
 *
 * @param redis whether the node is on a real Redis, which ends with the context
 */
record NodeOfTest(boolean redis) implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    if (redis) {
      RedisServer server = RedisServer.start();
      beans.registerDisposableBean("callboxTestRedis", server::close);
      TestPropertyValues.of("callbox.redis.uri=" + server.directUri()).applyTo(context);
    } else {
      beans.registerSingleton("callboxTestTransport", new InMemoryTransport());
    }
  }
}
