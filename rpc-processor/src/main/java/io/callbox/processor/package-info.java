/**
 * The annotation processor: turns each {@code @RemoteService} interface into stubs, a skeleton and
 * a marshaller, or reports what is wrong with it.
 *
 * <p>The stages of an interface: {@code validation} reports all its problems at once; if there are
 * none, {@code reading} makes a model, {@code writing} makes source code from the model, {@code
 * SourceRenderer} renders it, and {@code SourceFileWriter} hands it to the compiler. Start reading
 * at {@link io.callbox.processor.RemoteServiceStep}.
 */
@NullMarked
package io.callbox.processor;

import org.jspecify.annotations.NullMarked;
