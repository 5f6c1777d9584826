/**
 * A service of one node in particular: who it is, a call that takes seconds, and one without reply.
 *
 * <p>Imports nothing of the other samples. Start reading at {@link
 * io.callbox.samples.tasks.NodeTasks}.
 */
@NullMarked
package io.callbox.samples.tasks;

import org.jspecify.annotations.NullMarked;
