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
 * A test of an application's services and of what they call, without the rest of it: no web server,
 * no data source. Of the components that the application scans for, there are those that implement
 * a {@code @RemoteService} interface and those of {@link #components}; of the auto-configurations,
 * the node's and validation's. What else they ask for, the test brings: by {@code @MockitoBean} or
 * {@code @Import}.
 *
 * <p>The node is in memory, where requests and results are JSON as ever, or with {@link #redis} on
 * a real Redis that this starts. A field of a stub's own class, {@code ArithStub}, calls the bean
 * that is served; a field of the interface is that bean itself.
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

  /** Which other components there are, of those that the application scans for. */
  Class<?>[] components() default {};
}
