/**
 * The console: pages that show what goes on, and the actions that operators may take there. Start
 * with {@link io.callbox.internal.gateway.console.Console}; the pages are in the resources of this
 * package, as they are. Imports {@code http} and {@code calls}.
 */
@NullMarked
package io.callbox.internal.gateway.console;

import org.jspecify.annotations.NullMarked;
