/** Nodes over a cluster of which a master is away. */
package io.callbox.masters;
