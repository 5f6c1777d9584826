/**
 * A model of a whole fleet on a Redis Cluster, which shows the load of each master before such a
 * fleet exists. It uses only the costs of the runtime's steps for Redis.
 *
 * <p>Start reading at {@link io.callbox.testkit.scale.FleetSimulation}.
 */
@NullMarked
package io.callbox.testkit.scale;

import org.jspecify.annotations.NullMarked;
