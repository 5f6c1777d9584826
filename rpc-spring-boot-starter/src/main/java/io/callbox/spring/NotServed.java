package io.callbox.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a bean to its application, although it implements a {@code @RemoteService} interface: one
 * that caches the answers of another application, say. It is injected, and not served.
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
