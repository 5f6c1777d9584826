package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Sets what a remote method is called on the wire, and how long its callers wait for it. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface RemoteMethod {

  /**
   * The method's name on the wire: letters, digits, {@code _} and {@code -}. It is how overloads
   * are told apart. Empty, which is the default, stands for the Java method's name.
   */
  String name() default "";

  /**
   * How long a caller waits unless the call says otherwise: a whole number and a unit, {@code ms},
   * {@code s}, {@code m} or {@code h}, for example {@code 250ms} or {@code 2s}. Empty, which is the
   * default, stands for the node's timeout.
   */
  String timeout() default "";
}
