package io.callbox.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean that the starter must not serve, although it implements a {@code @RemoteService}
 * interface. For example, the bean caches results of another application. It can be injected as
 * usual.
 *
 * <pre>{@code
 * @Bean
 * @NotServed
 * Prices cached(PricesStub remote) {
 *   return new CachedPrices(remote);
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotServed {}
