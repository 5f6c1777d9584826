package io.callbox.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a test of a whole application run without an existing Redis. Its node is in memory, or, with
 * {@link #redis}, on a real Redis that this annotation starts, whatever the application's
 * properties say. Tests with equal contexts share both. For services alone there is {@link
 * CallboxSliceTest}.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureCallbox
 * class ShopApplicationTests {
 *   @Test
 *   void contextLoads() {}
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AutoConfigureCallbox {

  /** Returns whether the node is on a real Redis, one for each context, rather than in memory. */
  boolean redis() default false;
}
