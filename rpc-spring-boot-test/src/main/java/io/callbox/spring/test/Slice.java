package io.callbox.spring.test;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.Set;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Makes a context that of a slice. Equal slices share a context. Immutable.
 *
 * @param redis whether there is a real Redis
 * @param components which other components there are
 */
record Slice(boolean redis, Set<Class<?>> components) implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    TestPropertyValues.of("spring.boot.enableautoconfiguration=false").applyTo(context);
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    beans.registerSingleton("callboxSliceFilter", new SliceFilter(components));
    if (redis) {
      RedisServer server = RedisServer.start();
      beans.registerDisposableBean("callboxSliceRedis", server::close);
      TestPropertyValues.of("callbox.redis.uri=" + server.directUri()).applyTo(context);
    } else {
      beans.registerSingleton("callboxSliceTransport", new InMemoryTransport());
    }
  }
}
