/**
 * What messages may do to a log: neither fill it nor forge its lines. For Callbox's own use.
 *
 * <p>May import nothing of Callbox. Start reading at {@link io.callbox.log.MessageLog}.
 */
@NullMarked
package io.callbox.log;

import org.jspecify.annotations.NullMarked;
