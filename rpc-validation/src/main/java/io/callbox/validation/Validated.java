package io.callbox.validation;

import io.callbox.rpc.ServiceSkeleton;
import jakarta.validation.Validator;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/**
 * Serves implementations whose arguments are checked against the constraints of their contract:
 * {@code NotBlank} and the like on a parameter, and within a parameter that is {@code Valid}.
 *
 * <p>A call that violates a constraint fails with {@code INVALID_ARGUMENT} and the path of each
 * argument concerned. The check runs after all interceptors have begun and before the
 * implementation, so a caller without the right to call learns nothing about constraints. It does
 * not check results.
 *
 * <p>Immutable, and safe for use by many threads. The caller owns the validator.
 *
 * <pre>{@code
 * builder.register(Validated.by(validator).service(Orders.class, orders, OrdersSkeleton::new));
 * }</pre>
 */
public final class Validated {

  private final Validator validator;

  private Validated(Validator validator) {
    this.validator = validator;
  }

  /** Uses this validator, of any provider of Bean Validation. */
  public static Validated by(Validator validator) {
    return new Validated(validator);
  }

  /**
   * Serves {@code implementation} after the check of its constraints.
   *
   * @param contract the interface that the skeleton is made for
   * @param skeleton makes the generated skeleton
   * @param <T> the contract
   * @throws jakarta.validation.ValidationException if the constraints contradict each other
   */
  public <T> ServiceSkeleton service(
      Class<T> contract, T implementation, Function<? super T, ServiceSkeleton> skeleton) {
    validator.getConstraintsForClass(
        implementation.getClass()); // this finds contradictions now, not at each call
    CheckedCalls calls = new CheckedCalls(validator.forExecutables(), implementation);
    Object checked =
        Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, calls);
    return new CheckedSkeleton(skeleton.apply(contract.cast(checked)));
  }
}
