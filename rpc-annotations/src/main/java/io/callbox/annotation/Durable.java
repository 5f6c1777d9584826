package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method be called by the interface's {@code XDurableStub}: the call is submitted now, runs
 * when a worker takes it, and its result is asked for by the call's id, from any process, for as
 * long as it is kept. All other stubs call the method as any other.
 *
 * <pre>{@code
 * @Durable(keep = "PT24H", attempts = 5)
 * @Idempotent Report build(Query query);
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Durable {

  /** How long the result is kept once the call has ended: an ISO-8601 duration, a year at most. */
  String keep() default "PT24H";

  /**
   * How often a call is tried at most, the first time included; 1 to 1,000. Only an {@link
   * Idempotent} method may set it: all others run at most once.
   */
  int attempts() default 3;

  /** How long one run may take, from its start: an ISO-8601 duration, a year at most. */
  String timeout() default "PT1H";

  /** Where a call has to be before its submission is answered; whoever submits it may say more. */
  Sync sync() default Sync.NONE;
}
