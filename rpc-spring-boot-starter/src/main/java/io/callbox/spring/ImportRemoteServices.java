package io.callbox.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes beans of the stubs of all {@code @RemoteService} interfaces in some packages: of each
 * interface that no bean of the application implements, and of its other stubs, {@code
 * ArithAsyncStub} say.
 *
 * <p>It is not needed where a stub is a constructor's parameter or an {@code @Autowired} field:
 * those get one anyway. It is for what asks the context for beans, and shows which services an
 * application calls.
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
   * The packages, with those below them; the one of the annotated class if none is named.
   * Placeholders such as {@code ${contracts}} are resolved.
   */
  @AliasFor("value")
  String[] basePackages() default {};
}
