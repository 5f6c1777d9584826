/**
 * The annotation processor: turns each {@code @RemoteService} interface into two stubs, a skeleton
 * and a marshaller, or says what is wrong with it.
 *
 * <p>What happens to an interface: {@code validation} reports all its problems at once; if there
 * are none, {@code reading} makes a model of it, {@code writing} makes source code of that, and
 * {@code SourceFileWriter} hands it to the compiler. The highest floor: may import all of these.
 * Start reading at {@link io.callbox.processor.RemoteServiceStep}.
 */
@NullMarked
package io.callbox.processor;

import org.jspecify.annotations.NullMarked;
