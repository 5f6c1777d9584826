package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface a remote service: the compiler generates a blocking stub, an asynchronous stub
 * and a skeleton for it, in the same package.
 *
 * <p>Every abstract method is a remote method. Default, static and private methods stay local.
 *
 * <pre>{@code
 * @RemoteService
 * public interface Arith {
 *   int multiply(int a, int b);
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface RemoteService {

  /**
   * The service's name on the wire, for example {@code billing.Invoices}. Letters, digits, {@code
   * _}, {@code -} and single dots; {@code rpc} and names that start with {@code rpc.} are reserved.
   * The default, an empty text, stands for the interface's simple name.
   */
  String value() default "";
}
