package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers the method to language models: the gateway lists it as a tool of the Model Context
 * Protocol. Only methods with this annotation are offered. The method's Javadoc is the tool's
 * description, its parameters and result are the tool's schemas, and {@link Idempotent} is its hint
 * of that name.
 *
 * <p>The members are hints for the client that decides whether a call needs a person's consent.
 * They restrict nothing and do not affect messages.
 *
 * <pre>{@code
 * @Tool(title = "Find an order", readOnly = true)
 * Order find(String number) throws UnknownOrderException;
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Tool {

  /** The title that people see instead of the method's name; empty, the default, for none. */
  String title() default "";

  /** States that the method changes nothing. */
  boolean readOnly() default false;

  /** States that the method may remove or overwrite something, rather than only add. */
  boolean destructive() default true;

  /** States that the method reaches beyond the systems that its callers know, such as the Web. */
  boolean openWorld() default true;
}
