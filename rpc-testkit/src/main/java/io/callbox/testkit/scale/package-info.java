/**
 * A model of a whole fleet on a Redis Cluster, to see which master has what to do before there are
 * so many: start reading at {@link io.callbox.testkit.scale.FleetSimulation}. Knows nothing of the
 * runtime but what its steps cost Redis.
 */
@NullMarked
package io.callbox.testkit.scale;

import org.jspecify.annotations.NullMarked;
