package io.callbox.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTestContextBootstrapper;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of an application's services and of their dependencies, without the rest of it: no web
 * server, no data source. The context has only the components that implement a
 * {@code @RemoteService} interface, and those of {@link #components}, from the components that the
 * application scans for. It has only the auto-configurations of the node and of validation. The
 * test supplies all other dependencies, by {@code @MockitoBean} or {@code @Import}.
 *
 * <p>The node is in memory, where requests and results are JSON too, or, with {@link #redis}, on a
 * real Redis that this annotation starts. A field of a stub's own class, {@code ArithStub}, calls
 * the bean that is served; a field of the interface is that bean itself.
 *
 * <pre>{@code
 * @CallboxSliceTest
 * class ShopTest {
 *   @Autowired ShopStub shop;
 *
 *   @Test
 *   void sells() {
 *     assertEquals(1200, shop.order("pear", 3));
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(SpringBootTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@ImportAutoConfiguration
public @interface CallboxSliceTest {

  /** Returns whether the node is on a real Redis, one for each context, rather than in memory. */
  boolean redis() default false;

  /** Further components for the context, from those that the application scans for. */
  Class<?>[] components() default {};
}
