package io.callbox.spring;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Puts {@link StubInjection} in place before any bean is made. */
final class StubInjector implements BeanFactoryPostProcessor {

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    if (factory instanceof DefaultListableBeanFactory beans) {
      beans.setAutowireCandidateResolver(
          new StubInjection(beans, beans.getAutowireCandidateResolver()));
    }
  }
}
