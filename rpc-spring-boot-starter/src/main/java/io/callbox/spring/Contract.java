package io.callbox.spring;

import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * An interface with its generated skeleton and stubs. They are found by their documented names when
 * an application starts; no call looks them up. Immutable.
 *
 * @param type the interface
 * @param skeleton makes its skeleton from an implementation
 * @param stub its stub, which implements it
 */
record Contract(Class<?> type, Constructor<?> skeleton, Class<?> stub) {

  private static final String SKELETON = "Skeleton";
  private static final List<String> STUBS = List.of("AsyncStub", "DurableStub", "AllStub", "Stub");

  /** Finds the generated classes of an interface; empty if it is not a {@code @RemoteService}. */
  static Optional<Contract> of(Class<?> type) {
    if (!type.isInterface() || type.getName().startsWith("java.")) {
      return Optional.empty();
    }
    Class<?> skeleton = beside(type, generatedName(type) + SKELETON);
    return skeleton == null ? Optional.empty() : ofSkeleton(skeleton);
  }

  /** Finds the contract of a generated skeleton; empty if it is another class. */
  static Optional<Contract> ofSkeleton(Class<?> skeleton) {
    if (!ServiceSkeleton.class.isAssignableFrom(skeleton)) {
      return Optional.empty();
    }
    for (Constructor<?> maker : skeleton.getDeclaredConstructors()) {
      Class<?> type = maker.getParameterCount() == 1 ? maker.getParameterTypes()[0] : null;
      if (type != null && skeleton.getName().equals(generatedName(type) + SKELETON)) {
        Class<?> stub = beside(type, generatedName(type) + "Stub");
        return Optional.ofNullable(stub).map(found -> new Contract(type, maker, found));
      }
    }
    return Optional.empty();
  }

  /** Finds the contract of a generated stub of any kind; empty if it is another class. */
  static Optional<Contract> ofStub(Class<?> stub) {
    for (String suffix : STUBS) {
      if (stub.getName().endsWith(suffix) && ClassUtils.hasConstructor(stub, RpcChannel.class)) {
        String name = stub.getName();
        String skeleton = name.substring(0, name.length() - suffix.length()) + SKELETON;
        return Optional.ofNullable(beside(stub, skeleton)).flatMap(Contract::ofSkeleton);
      }
    }
    return Optional.empty();
  }

  /** Returns all its stubs: the blocking stub, the asynchronous stub, and others. */
  List<Class<?>> stubs() {
    List<Class<?>> stubs = new ArrayList<>();
    for (String suffix : STUBS) {
      Class<?> each = beside(type, generatedName(type) + suffix);
      if (each != null && ClassUtils.hasConstructor(each, RpcChannel.class)) {
        stubs.add(each);
      }
    }
    return stubs;
  }

  /**
   * Returns all types that can be injected: the interface for the blocking stub, and the other
   * stubs.
   */
  List<Class<?>> injectable() {
    List<Class<?>> types = new ArrayList<>(stubs());
    types.replaceAll(each -> each == stub ? type : each);
    return types;
  }

  /** Returns a skeleton that serves an implementation. */
  ServiceSkeleton serving(@Nullable Object implementation) {
    return (ServiceSkeleton) BeanUtils.instantiateClass(skeleton, implementation);
  }

  /** Returns the service's name on the wire, which a skeleton knows without an implementation. */
  String service() {
    return serving(null).descriptor().name();
  }

  private static String generatedName(Class<?> type) {
    String prefix = type.getName().substring(0, type.getName().lastIndexOf('.') + 1);
    return prefix + type.getName().substring(prefix.length()).replace('$', '_');
  }

  private static @Nullable Class<?> beside(Class<?> type, String name) {
    try {
      return Class.forName(name, false, type.getClassLoader());
    } catch (ClassNotFoundException notGenerated) {
      return null;
    }
  }
}
