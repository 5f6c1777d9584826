package io.callbox.testkit.generated;

import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import java.lang.reflect.Constructor;

/**
 * Finds the generated classes of an interface by their documented names: {@code Outer_ServiceStub}
 * and {@code Outer_ServiceSkeleton}. Safe for use by many threads.
 */
public final class Generated {

  private Generated() {}

  /** Returns whether the compiler has generated a stub for this type. */
  public static boolean isService(Class<?> type) {
    if (!type.isInterface()) {
      return false;
    }
    try {
      find(type, "Stub");
      return true;
    } catch (ClassNotFoundException noService) {
      return false;
    }
  }

  /** Returns a stub that calls through a channel and implements the interface. */
  public static Object stub(Class<?> service, RpcChannel channel) {
    return create(service, "Stub", RpcChannel.class, channel);
  }

  /** Returns a skeleton that serves an implementation of the interface. */
  public static ServiceSkeleton skeleton(Class<?> service, Object implementation) {
    return (ServiceSkeleton) create(service, "Skeleton", service, implementation);
  }

  private static Object create(
      Class<?> service, String suffix, Class<?> parameter, Object argument) {
    try {
      Constructor<?> constructor = find(service, suffix).getDeclaredConstructor(parameter);
      constructor.setAccessible(true);
      return constructor.newInstance(argument);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(
          "there is no "
              + nameOf(service, suffix)
              + "; is "
              + service.getSimpleName()
              + " a @RemoteService?",
          missing);
    }
  }

  private static Class<?> find(Class<?> service, String suffix) throws ClassNotFoundException {
    return Class.forName(nameOf(service, suffix), true, service.getClassLoader());
  }

  private static String nameOf(Class<?> service, String suffix) {
    String packageName = service.getPackageName();
    String nested =
        service.getName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1);
    return (packageName.isEmpty() ? "" : packageName + '.') + nested.replace('$', '_') + suffix;
  }
}
