package io.callbox.processor.evolution;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does what shows best what becomes of values: says what it was given, gives in turn all that its
 * result's type allows, and throws what it declares. Remembers what it gave last.
 */
final class Implementation implements InvocationHandler {

  private final AtomicInteger round = new AtomicInteger();
  private final AtomicReference<String> given;

  Implementation(AtomicReference<String> given) {
    this.given = given;
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    if (method.getExceptionTypes().length > 0) {
      throw thrown(method.getExceptionTypes()[0].getConstructors()[0]);
    } else if (arguments != null && method.getReturnType() == String.class) {
      given.set(Arrays.toString(arguments));
      return Arrays.toString(arguments);
    }
    List<Object> results = new Samples().results(method);
    Object result = results.get(round.getAndIncrement() % results.size());
    given.set(String.valueOf(result instanceof CompletableFuture<?> done ? done.join() : result));
    return result instanceof Items items ? items.as(method) : result;
  }

  private static Throwable thrown(Constructor<?> constructor) throws ReflectiveOperationException {
    Object[] all = {"failed as asked", 7};
    return (Throwable) constructor.newInstance(Arrays.copyOf(all, constructor.getParameterCount()));
  }
}
