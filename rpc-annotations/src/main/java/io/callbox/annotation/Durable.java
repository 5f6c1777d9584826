package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds the method to the interface's {@code XDurableStub}. A call of that stub is submitted now and
 * runs when a worker takes it. Any process can read its result by the call's id, for as long as the
 * result is kept. All other stubs call the method as an ordinary one.
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

  /**
   * The time for which the result is kept after the call has ended: an ISO-8601 duration, at most a
   * year.
   */
  String keep() default "PT24H";

  /**
   * The maximum number of attempts, including the first; 1 to 1,000. Only an {@link Idempotent}
   * method may set it; a call of any other method runs at most once.
   */
  int attempts() default 3;

  /** The maximum duration of one run, from its start: an ISO-8601 duration, at most a year. */
  String timeout() default "PT1H";

  /**
   * The place where a call must be stored before its submission returns; a caller can override it.
   */
  Sync sync() default Sync.NONE;
}
