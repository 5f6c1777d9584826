package io.callbox.spring;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Installs {@link StubInjection} before Spring creates beans. */
final class StubInjector implements BeanFactoryPostProcessor {

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    if (factory instanceof DefaultListableBeanFactory beans) {
      beans.setAutowireCandidateResolver(
          new StubInjection(beans, beans.getAutowireCandidateResolver()));
    }
  }
}
