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
 * <p>What it says is a hint for whoever decides whether a call needs a person's consent. It
 * restricts nothing, and changes nothing of what travels.
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

  /** What people are shown instead of the method's name. Empty, the default, for nothing. */
  String title() default "";

  /** Whether the method changes nothing. */
  boolean readOnly() default false;

  /** Whether the method may remove or overwrite something, rather than only add. */
  boolean destructive() default true;

  /** Whether the method reaches beyond the systems that its callers know, such as the Web. */
  boolean openWorld() default true;
}
