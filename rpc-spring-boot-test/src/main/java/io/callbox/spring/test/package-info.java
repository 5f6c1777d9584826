/**
 * Tests of the services of a Spring Boot application, without the rest of it; and of the whole,
 * without a Redis of its own.
 *
 * <p>Start reading at {@link io.callbox.spring.test.CallboxSliceTest}.
 */
@NullMarked
package io.callbox.spring.test;

import org.jspecify.annotations.NullMarked;
