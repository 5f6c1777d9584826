package io.callbox.testkit.junit;

import io.callbox.rpc.RpcChannel;
import io.callbox.testkit.generated.Generated;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;

/**
 * Makes stubs: of any class with a public constructor that takes a channel, and for a remote
 * interface the stub that implements it.
 */
final class Stubs {

  private Stubs() {}

  static boolean isStub(Class<?> type) {
    if (type.isInterface()) {
      return !type.isAnnotation() && Generated.isService(type);
    } else if (Modifier.isAbstract(type.getModifiers())) {
      return false;
    }
    for (Constructor<?> constructor : type.getConstructors()) {
      if (takesChannel(constructor)) {
        return true;
      }
    }
    return false;
  }

  static Object create(Class<?> type, RpcChannel channel) {
    if (type.isInterface()) {
      return Generated.stub(type, channel);
    }
    try {
      return type.getConstructor(RpcChannel.class).newInstance(channel);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalStateException("no " + type + " can be made; open its package", hidden);
    }
  }

  private static boolean takesChannel(Constructor<?> constructor) {
    Class<?>[] types = constructor.getParameterTypes();
    return types.length == 1 && types[0] == RpcChannel.class;
  }
}
