/**
 * A service of one node in particular: its name, a call that takes seconds, and one without reply.
 *
 * <p>Start reading at {@link io.callbox.samples.tasks.NodeTasks}.
 */
@NullMarked
package io.callbox.samples.tasks;

import org.jspecify.annotations.NullMarked;
