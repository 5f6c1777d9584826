package io.callbox.architecture;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.ServiceLoader;

/** Classes that look at others while the program runs: the rule must find each. */
final class BadMirrors {

  private BadMirrors() {}

  /** Loads a class by its name. */
  record ByName(String name) {
    Class<?> found() throws ClassNotFoundException {
      return Class.forName(name);
    }
  }

  /** Loads a class by its loader. */
  record ByLoader(ClassLoader loader) {
    Class<?> found(String name) throws ClassNotFoundException {
      return loader.loadClass(name);
    }
  }

  /** Finds a method by its name. */
  record ByMember(Class<?> type) {
    boolean found(String name) throws NoSuchMethodException {
      return type.getMethod(name).isDefault();
    }
  }

  /** Makes an implementation that no compiler has seen. */
  record ByProxy(InvocationHandler handler) {
    Object made(Class<?> type) {
      return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
  }

  /** Finds what has methods. */
  record ByHandle(Class<?> type) {
    MethodHandles.Lookup found() {
      return MethodHandles.lookup();
    }
  }

  /** Finds what somebody has put on the class path. */
  record ByService(Class<Runnable> type) {
    Optional<Runnable> found() {
      return ServiceLoader.load(type).findFirst();
    }
  }

  /** Looks for its caller. */
  record ByStack(StackWalker walker) {
    Class<?> found() {
      return walker.getCallerClass();
    }
  }
}
