/**
 * A network between nodes that loses, delays, duplicates and reorders messages. It follows labrpc
 * of MIT's course 6.824 and goes beyond it. The same seed gives each call the same fate, and in
 * lockstep the same run.
 *
 * <p>Start reading at {@link io.callbox.testkit.network.SimulatedNetwork}.
 */
@NullMarked
package io.callbox.testkit.network;

import org.jspecify.annotations.NullMarked;
