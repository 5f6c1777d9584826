/**
 * The settings of a server.
 *
 * <p>Start reading at {@link io.callbox.internal.server.settings.ServerSettings}.
 */
@NullMarked
package io.callbox.internal.server.settings;

import org.jspecify.annotations.NullMarked;
