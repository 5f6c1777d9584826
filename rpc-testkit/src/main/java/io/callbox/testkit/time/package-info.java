/**
 * Time that a test moves.
 *
 * <p>May import {@code io.callbox.transport}. Start reading at {@link
 * io.callbox.testkit.time.VirtualClock}.
 */
@NullMarked
package io.callbox.testkit.time;

import org.jspecify.annotations.NullMarked;
