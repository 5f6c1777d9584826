package io.callbox.testkit.contract;

import java.lang.reflect.Constructor;

/** Finds what the compiler made of an interface, by its documented names. */
final class Generated {

  private Generated() {}

  /** An instance of {@code Outer_ServiceStub} or {@code Outer_ServiceSkeleton}. */
  static Object create(Class<?> service, String suffix, Class<?> parameter, Object argument) {
    String packageName = service.getPackageName();
    String nested =
        service.getName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1);
    String name =
        (packageName.isEmpty() ? "" : packageName + '.') + nested.replace('$', '_') + suffix;
    try {
      Class<?> generated = Class.forName(name, true, service.getClassLoader());
      Constructor<?> constructor = generated.getDeclaredConstructor(parameter);
      constructor.setAccessible(true);
      return constructor.newInstance(argument);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(
          "there is no " + name + "; is " + service.getSimpleName() + " a @RemoteService?",
          missing);
    }
  }
}
