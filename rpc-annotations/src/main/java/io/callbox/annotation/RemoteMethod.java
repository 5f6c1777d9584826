package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Sets a remote method's name on the wire, and its timeout. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface RemoteMethod {

  /**
   * The method's name on the wire: letters, digits, {@code _} and {@code -}. Overloads need
   * different names. The default, an empty text, stands for the name of the Java method.
   */
  String name() default "";

  /**
   * The time that a caller waits, unless it sets another timeout for the call: a whole number and a
   * unit, {@code ms}, {@code s}, {@code m} or {@code h}, for example {@code 250ms} or {@code 2s}.
   * The default, an empty text, stands for the node's timeout.
   */
  String timeout() default "";
}
