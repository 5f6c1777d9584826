/**
 * The console: pages with the state of services and nodes, and the actions of operators. The pages
 * are plain files in the resources of this package. Start reading at {@link
 * io.callbox.internal.gateway.console.Console}.
 */
@NullMarked
package io.callbox.internal.gateway.console;

import org.jspecify.annotations.NullMarked;
