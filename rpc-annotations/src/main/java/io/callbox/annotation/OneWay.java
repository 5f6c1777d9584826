package io.callbox.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for no reply: the call returns once Redis holds the request, and what the implementation
 * throws is only logged by the server. The method must return {@code void} and declare no checked
 * exception.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface OneWay {}
