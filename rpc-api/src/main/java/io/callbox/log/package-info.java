/**
 * Protects logs from messages, which must not fill a log or forge its lines. For Callbox's own use.
 *
 * <p>Start reading at {@link io.callbox.log.MessageLog}.
 */
@NullMarked
package io.callbox.log;

import org.jspecify.annotations.NullMarked;
