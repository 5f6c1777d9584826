package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets a parameter's name on the wire. Use it if the Java name is not available, in an interface
 * that was compiled without {@code -parameters}, or if the parameter was renamed.
 *
 * <p>The annotation is available at run time, so that validation can name parameters in its
 * messages as callers know them.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Param {

  /** The name on the wire; unique within its method. */
  String value();
}
