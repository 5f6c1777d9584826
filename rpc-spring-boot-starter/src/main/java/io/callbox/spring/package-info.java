/**
 * Callbox in a Spring Boot application: serves beans, injects stubs, and has one node for each
 * context.
 *
 * <p>The starter uses reflection only while a context starts, to find and create generated classes,
 * and never during a call. Start reading at {@link io.callbox.spring.CallboxAutoConfiguration},
 * then {@link io.callbox.spring.NodeLifecycle}.
 */
@NullMarked
package io.callbox.spring;

import org.jspecify.annotations.NullMarked;
