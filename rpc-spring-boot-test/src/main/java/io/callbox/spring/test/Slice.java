package io.callbox.spring.test;

import java.util.Set;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Reduces a context to a slice. Equal slices share a context. Immutable.
 *
 * @param node the place of its node
 * @param components the further components
 */
record Slice(NodeOfTest node, Set<Class<?>> components) implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    TestPropertyValues.of("spring.boot.enableautoconfiguration=false").applyTo(context);
    context.getBeanFactory().registerSingleton("callboxSliceFilter", new SliceFilter(components));
    node.customizeContext(context, configuration);
  }
}
