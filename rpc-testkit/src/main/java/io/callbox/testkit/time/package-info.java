/**
 * Virtual time that a test moves, and waits in real time.
 *
 * <p>Start reading at {@link io.callbox.testkit.time.VirtualClock}.
 */
@NullMarked
package io.callbox.testkit.time;

import org.jspecify.annotations.NullMarked;
