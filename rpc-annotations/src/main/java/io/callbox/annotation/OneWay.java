package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends no response: the call returns as soon as Redis has the request. If the implementation
 * throws an exception, the server only logs it. The method must return {@code void} and declare no
 * checked exception.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface OneWay {}
