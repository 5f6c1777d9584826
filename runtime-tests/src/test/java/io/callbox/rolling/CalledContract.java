package io.callbox.rolling;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * A stub of a contract that was compiled at run time.
 *
 * @param contract its interface
 * @param stub the stub
 */
record CalledContract(Class<?> contract, Object stub) {

  /** The names of its methods, in order. */
  List<String> methods() {
    return Arrays.stream(contract.getMethods()).map(Method::getName).sorted().toList();
  }

  /** How many parameters a method has, and of which types. */
  Class<?>[] parameters(String method) {
    return named(method).getParameterTypes();
  }

  /** Calls a method, and throws what it throws. */
  Object call(String method, Object... arguments) throws Exception {
    try {
      return named(method).invoke(stub, arguments);
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      throw failure;
    }
  }

  private Method named(String method) {
    return Arrays.stream(contract.getMethods())
        .filter(each -> each.getName().equals(method))
        .findFirst()
        .orElseThrow();
  }
}
