package io.callbox.validation;

import io.callbox.rpc.StatusCode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ValidationException;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passes a call to its implementation if its arguments violate no constraint. Safe for use by many
 * threads.
 */
final class CheckedCalls implements InvocationHandler {

  private static final Object[] NONE = {};

  private final ExecutableValidator validator;
  private final Object implementation;

  CheckedCalls(ExecutableValidator validator, Object implementation) {
    this.validator = validator;
    this.implementation = implementation;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given)
      throws Throwable {
    Object[] arguments = given == null ? NONE : given;
    if (method.getDeclaringClass() != Object.class) {
      check(method, arguments);
    }
    try {
      return method.invoke(implementation, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private void check(Method method, Object[] arguments) {
    if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
      method.setAccessible(true); // a contract may be visible only in its package
    }
    Set<ConstraintViolation<Object>> violations = violations(method, arguments);
    if (!violations.isEmpty()) {
      throw new RejectedCall(
          StatusCode.INVALID_ARGUMENT, new ViolationMessage(method).of(violations));
    }
  }

  private Set<ConstraintViolation<Object>> violations(Method method, Object[] arguments) {
    try {
      return validator.validateParameters(implementation, method, arguments);
    } catch (ValidationException broken) {
      throw new RejectedCall(StatusCode.INTERNAL, "the arguments could not be checked: " + broken);
    }
  }
}
