package io.callbox.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Defines beans for the stubs of all {@code @RemoteService} interfaces in some packages: for each
 * interface that no bean of the application implements, and for its other stubs, such as {@code
 * ArithAsyncStub}.
 *
 * <p>Constructor parameters and {@code @Autowired} fields receive stubs without it. Use it for code
 * that asks the context for beans, or to show which services an application calls.
 *
 * <pre>{@code
 * @SpringBootApplication
 * @ImportRemoteServices(basePackages = "com.example.contracts")
 * class Shop {}
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(ImportedPackages.class)
public @interface ImportRemoteServices {

  /** The same as {@link #basePackages}. */
  @AliasFor("basePackages")
  String[] value() default {};

  /**
   * The packages and their subpackages; the package of the annotated class if none is named.
   * Placeholders such as {@code ${contracts}} are resolved.
   */
  @AliasFor("value")
  String[] basePackages() default {};
}
