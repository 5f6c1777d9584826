/**
 * The console: pages with the state of services and nodes, and the actions of operators. Start with
 * {@link io.callbox.internal.gateway.console.Console}. The pages are plain files in the resources
 * of this package. Imports {@code http} and {@code calls}.
 */
@NullMarked
package io.callbox.internal.gateway.console;

import org.jspecify.annotations.NullMarked;
