package io.callbox.testkit.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An implementation that returns given values and records its arguments. */
final class RecordingService {

  private static final int WAIT_SECONDS = 30;

  private final Class<?> service;
  private final BlockingQueue<@Nullable Object[]> calls = new ArrayBlockingQueue<>(1);
  private volatile @Nullable Object result;
  private volatile @Nullable Exception failure;

  RecordingService(Class<?> service) {
    this.service = service;
  }

  Object asService() {
    return Proxy.newProxyInstance(
        service.getClassLoader(),
        new Class<?>[] {service},
        (self, method, args) -> run(method, args));
  }

  /** Sets the result of the next call. */
  void expect(@Nullable Object newResult) {
    calls.clear();
    result = newResult;
    failure = null;
  }

  /** Sets the exception of the next call. */
  void expectToThrow(Exception newFailure) {
    calls.clear();
    failure = newFailure;
  }

  /** Returns the arguments of the call. A one-way call may still be under way. */
  @Nullable Object[] arrived() {
    try {
      @Nullable Object[] arguments = calls.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      if (arguments == null) {
        throw new AssertionError("the call did not arrive");
      }
      return arguments;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted");
    }
  }

  private @Nullable Object run(Method method, @Nullable Object @Nullable [] arguments)
      throws Exception {
    calls.offer(arguments == null ? new Object[0] : arguments);
    Exception toThrow = failure;
    boolean later = method.getReturnType() == CompletableFuture.class;
    if (toThrow != null) {
      if (later) {
        return CompletableFuture.failedFuture(toThrow);
      }
      throw toThrow;
    }
    if (result instanceof List<?> items && ItemLists.isStream(method.getReturnType())) {
      return ItemLists.given(method.getReturnType(), items);
    }
    return later ? CompletableFuture.completedFuture(result) : result;
  }
}
