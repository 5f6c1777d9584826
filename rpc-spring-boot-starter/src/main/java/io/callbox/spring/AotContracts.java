package io.callbox.spring;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationExcludeFilter;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.util.ClassUtils;

/**
 * Supports ahead-of-time compilation: registers the generated classes of the services that beans
 * implement or inject. It leaves out the search of packages, because the result of the search is
 * compiled in. It fails for a contract that was compiled without the processor. Immutable.
 */
final class AotContracts
    implements BeanFactoryInitializationAotProcessor, BeanRegistrationExcludeFilter {

  @Override
  public boolean isExcludedFromAotProcessing(RegisteredBean bean) {
    return bean.getBeanClass() == ImportedStubs.class;
  }

  @Override
  public BeanFactoryInitializationAotContribution processAheadOfTime(
      ConfigurableListableBeanFactory beans) {
    Set<Contract> contracts = new LinkedHashSet<>();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type != null && ServedBeans.isToBeServed(beans, name, false)) {
        ForgottenProcessor.check(type); // a native image has no class files to read
      }
      if (type != null) {
        contracts.addAll(ServedBeans.contractsOf(type));
        addAsked(ClassUtils.getUserClass(type), contracts);
      }
    }
    return (context, code) -> contracts.forEach(each -> register(each, context.getRuntimeHints()));
  }

  /** Adds the contracts that a bean's class may inject: in constructors, methods and fields. */
  private static void addAsked(Class<?> bean, Set<Contract> contracts) {
    if (bean.getName().startsWith("java.") || bean.getName().startsWith("org.springframework.")) {
      return;
    }
    RemoteStubs.contractOf(bean).ifPresent(contracts::add);
    for (Constructor<?> constructor : bean.getDeclaredConstructors()) {
      addParameters(constructor, contracts);
    }
    for (Method method : bean.getDeclaredMethods()) {
      addParameters(method, contracts);
    }
    for (Field field : bean.getDeclaredFields()) {
      RemoteStubs.contractOf(field.getType()).ifPresent(contracts::add);
    }
  }

  private static void addParameters(Executable executable, Set<Contract> contracts) {
    for (Class<?> type : executable.getParameterTypes()) {
      RemoteStubs.contractOf(type).ifPresent(contracts::add);
    }
  }

  private static void register(Contract contract, RuntimeHints hints) {
    hints
        .reflection()
        .registerType(
            contract.skeleton().getDeclaringClass(), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
    for (Class<?> stub : contract.stubs()) {
      hints.reflection().registerType(stub, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
    }
  }
}
