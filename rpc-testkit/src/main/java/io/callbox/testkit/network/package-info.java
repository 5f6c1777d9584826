/**
 * A network between nodes that loses, delays, repeats and reorders, after labrpc of MIT's course
 * 6.824 and beyond it. The same seed gives each call the same fate, and in lockstep the same run.
 *
 * <p>May import {@code io.callbox.transport} and {@code testkit.time}. Start reading at {@link
 * io.callbox.testkit.network.SimulatedNetwork}.
 */
@NullMarked
package io.callbox.testkit.network;

import org.jspecify.annotations.NullMarked;
