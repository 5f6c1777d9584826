/**
 * Functions of the operating system, for the test kit only: signals to processes, and their ends.
 *
 * <p>Start reading at {@link io.callbox.testkit.os.Signal}.
 */
@NullMarked
package io.callbox.testkit.os;

import org.jspecify.annotations.NullMarked;
