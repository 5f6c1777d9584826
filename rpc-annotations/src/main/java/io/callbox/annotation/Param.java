package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets a parameter's name on the wire. Needed where the Java name is not to be relied on: an
 * interface in a class file compiled without {@code -parameters}, or a parameter that was renamed.
 *
 * <p>Kept at run time for those who look at contracts then, as validation does: it tells callers of
 * parameters by the names that they know.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Param {

  /** The name on the wire; unique within its method. */
  String value();
}
