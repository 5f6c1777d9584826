package io.callbox.spring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Records the packages that an application imports. {@link ImportedStubs} defines beans for their
 * stubs later, when all other beans are known.
 */
final class ImportedPackages implements ImportBeanDefinitionRegistrar {

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata annotated, BeanDefinitionRegistry registry) {
    String[] named =
        annotated.getAnnotations().get(ImportRemoteServices.class).getStringArray("basePackages");
    List<String> packages = new ArrayList<>(List.of(named));
    if (packages.isEmpty()) {
      packages.add(ClassUtils.getPackageName(annotated.getClassName()));
    }
    BeanDefinition stubs =
        BeanDefinitionBuilder.rootBeanDefinition(ImportedStubs.class)
            .addConstructorArgValue(packages)
            .setRole(BeanDefinition.ROLE_INFRASTRUCTURE)
            .getBeanDefinition();
    registry.registerBeanDefinition(
        ImportedStubs.class.getName() + '#' + annotated.getClassName(), stubs);
  }
}
