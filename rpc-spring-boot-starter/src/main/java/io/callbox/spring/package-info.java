/**
 * Callbox in a Spring Boot application: beans served, stubs injected, one node for each context.
 *
 * <p>May import the runtime and Spring; what else there is to be used, Micrometer say, is imported
 * by one class each. Reflection is used while a context starts, to find and make what the compiler
 * has generated, and never during a call. Start reading at {@link
 * io.callbox.spring.CallboxAutoConfiguration}, then {@link io.callbox.spring.NodeLifecycle}.
 */
@NullMarked
package io.callbox.spring;

import org.jspecify.annotations.NullMarked;
