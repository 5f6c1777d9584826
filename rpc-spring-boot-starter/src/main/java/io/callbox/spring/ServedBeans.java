package io.callbox.spring;

import static java.util.Comparator.comparing;

import io.callbox.rpc.ServiceSkeleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds the beans to serve: those that implement a {@code @RemoteService} interface, except stubs.
 * Searches once, when the node starts.
 */
final class ServedBeans {

  private final ConfigurableListableBeanFactory beans;
  private final SkeletonMaker maker;

  ServedBeans(ConfigurableListableBeanFactory beans, SkeletonMaker maker) {
    this.beans = beans;
    this.maker = maker;
  }

  /**
   * Returns a skeleton for each service that a bean implements, in the order of the services'
   * interfaces.
   *
   * @throws NodeNotStartedException if several beans implement a service, and none is primary
   * @throws NotGeneratedException if an interface of a bean was compiled without the processor
   */
  List<ServiceSkeleton> skeletons() {
    Map<Contract, List<String>> providers = new TreeMap<>(comparing(each -> each.type().getName()));
    for (String name : beans.getBeanDefinitionNames()) {
      for (Contract contract : contractsOf(name)) {
        providers.computeIfAbsent(contract, first -> new ArrayList<>()).add(name);
      }
    }
    List<ServiceSkeleton> skeletons = new ArrayList<>();
    providers.forEach(
        (contract, names) ->
            skeletons.add(maker.make(contract, beans.getBean(chosen(contract, names)))));
    return skeletons;
  }

  /** Returns the contracts that a bean implements; empty for a stub. */
  static Set<Contract> contractsOf(@Nullable Class<?> type) {
    Set<Contract> contracts = new LinkedHashSet<>();
    if (type != null && Contract.ofStub(type).isEmpty()) {
      for (Class<?> each : ClassUtils.getAllInterfacesForClassAsSet(type)) {
        Contract.of(each).ifPresent(contracts::add);
      }
    }
    return contracts;
  }

  private Set<Contract> contractsOf(String name) {
    Class<?> type = isToBeServed(beans, name, true) ? beans.getType(name) : null;
    if (type != null) {
      ForgottenProcessor.check(type);
    }
    return contractsOf(type);
  }

  /**
   * Returns whether a bean is served if it implements a contract.
   *
   * @param mayInit whether a factory bean may be initialized to find the bean's annotations
   */
  static boolean isToBeServed(ConfigurableListableBeanFactory beans, String name, boolean mayInit) {
    BeanDefinition definition = beans.getMergedBeanDefinition(name);
    return !definition.isAbstract()
        && definition.isSingleton()
        && definition.isAutowireCandidate()
        && beans.findAnnotationOnBean(name, NotServed.class, mayInit) == null
        && !StubFactoryBean.class.getName().equals(definition.getBeanClassName());
  }

  private String chosen(Contract contract, List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    List<String> primary =
        names.stream().filter(name -> beans.getMergedBeanDefinition(name).isPrimary()).toList();
    if (primary.size() != 1) {
      throw new NodeNotStartedException(
          "several beans implement "
              + contract.type().getName()
              + ", and a node serves one of them: mark one of "
              + names
              + " as @Primary",
          "Put @Primary on the bean to be served, or @NotServed on all others.");
    }
    return primary.get(0);
  }
}
