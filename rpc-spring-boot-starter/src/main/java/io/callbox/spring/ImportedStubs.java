package io.callbox.spring;

import io.callbox.rpc.ServiceSkeleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Defines beans for the stubs of imported packages, unless there is a bean of their type. It finds
 * services by their generated skeletons, because {@code @RemoteService} itself does not exist at
 * run time.
 */
final class ImportedStubs implements BeanDefinitionRegistryPostProcessor, EnvironmentAware {

  private final List<String> packages;
  private final ClassPathScanningCandidateComponentProvider scanner =
      new ClassPathScanningCandidateComponentProvider(false);
  private @Nullable Environment environment;

  ImportedStubs(List<String> packages) {
    this.packages = packages;
    scanner.addIncludeFilter(new AssignableTypeFilter(ServiceSkeleton.class));
  }

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    if (registry instanceof ConfigurableListableBeanFactory beans) {
      ClassLoader loader = beans.getBeanClassLoader();
      scanner.setResourceLoader(new DefaultResourceLoader(loader));
      for (String name : packages) {
        scanner
            .findCandidateComponents(resolved(name))
            .forEach(skeleton -> register(contractOf(skeleton, loader), beans, registry));
      }
    }
  }

  private static Optional<Contract> contractOf(
      BeanDefinition skeleton, @Nullable ClassLoader loader) {
    String className = Objects.requireNonNull(skeleton.getBeanClassName());
    return Contract.ofSkeleton(ClassUtils.resolveClassName(className, loader));
  }

  private String resolved(String name) {
    return environment == null ? name : environment.resolveRequiredPlaceholders(name);
  }

  private static void register(
      Optional<Contract> contract,
      ConfigurableListableBeanFactory beans,
      BeanDefinitionRegistry registry) {
    for (Class<?> type : contract.map(Contract::injectable).orElse(List.of())) {
      if (beans.getBeanNamesForType(type, true, false).length == 0) {
        registry.registerBeanDefinition(type.getName(), definitionOf(type));
      }
    }
  }

  private static BeanDefinition definitionOf(Class<?> type) {
    RootBeanDefinition definition = new RootBeanDefinition(StubFactoryBean.class);
    definition.getConstructorArgumentValues().addIndexedArgumentValue(0, type);
    definition.setAutowireMode(RootBeanDefinition.AUTOWIRE_CONSTRUCTOR);
    definition.setTargetType(ResolvableType.forClassWithGenerics(StubFactoryBean.class, type));
    definition.setAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE, type);
    return definition;
  }
}
