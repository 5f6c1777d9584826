package io.callbox.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AutowireCandidateResolver;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Supplies a stub for each injection of a remote service without a bean of its type; leaves
 * everything else to the previous resolver. Safe for use by many threads.
 */
final class StubInjection implements AutowireCandidateResolver {

  private final DefaultListableBeanFactory beans;
  private final AutowireCandidateResolver rest;

  StubInjection(DefaultListableBeanFactory beans, AutowireCandidateResolver rest) {
    this.beans = beans;
    this.rest = rest;
  }

  @Override
  public @Nullable Object getSuggestedValue(DependencyDescriptor descriptor) {
    Object suggested = rest.getSuggestedValue(descriptor);
    return suggested == null ? stubFor(descriptor) : suggested;
  }

  private @Nullable Object stubFor(DependencyDescriptor descriptor) {
    Class<?> type = descriptor.getDependencyType();
    if (RemoteStubs.contractOf(type).isPresent()) {
      return hasBean(type) ? null : beans.getBean(RemoteStubs.class).stub(type);
    } else if (isRequired(descriptor) && ForgottenProcessor.isMissedFor(type) && !hasBean(type)) {
      throw new NotGeneratedException(type);
    }
    return null;
  }

  private boolean hasBean(Class<?> type) {
    return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false).length > 0;
  }

  @Override
  public boolean isAutowireCandidate(BeanDefinitionHolder bean, DependencyDescriptor descriptor) {
    return rest.isAutowireCandidate(bean, descriptor);
  }

  @Override
  public boolean isRequired(DependencyDescriptor descriptor) {
    return rest.isRequired(descriptor);
  }

  @Override
  public boolean hasQualifier(DependencyDescriptor descriptor) {
    return rest.hasQualifier(descriptor);
  }

  @Override
  public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
    return rest.getSuggestedName(descriptor);
  }

  @Override
  public @Nullable Object getLazyResolutionProxyIfNecessary(
      DependencyDescriptor descriptor, @Nullable String beanName) {
    return rest.getLazyResolutionProxyIfNecessary(descriptor, beanName);
  }

  @Override
  public @Nullable Class<?> getLazyResolutionProxyClass(
      DependencyDescriptor descriptor, @Nullable String beanName) {
    return rest.getLazyResolutionProxyClass(descriptor, beanName);
  }

  /**
   * Returns the resolver without stubs, for a bean factory that copies the settings of this one.
   */
  @Override
  public AutowireCandidateResolver cloneIfNecessary() {
    return rest.cloneIfNecessary();
  }
}
