package io.callbox.samples;

import java.lang.reflect.Proxy;

/** What generated code must never be like: the known bad class of {@link ArchitectureTest}. */
final class ReflectiveStub {

  private ReflectiveStub() {}

  static Object make(String contract) throws ClassNotFoundException {
    Class<?> type = Class.forName(contract);
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> null);
  }
}
