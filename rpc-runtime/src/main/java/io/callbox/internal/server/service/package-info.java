/**
 * The services of a server with their methods, and their contracts.
 *
 * <p>Start reading at {@link io.callbox.internal.server.service.ServiceTable}.
 */
@NullMarked
package io.callbox.internal.server.service;

import org.jspecify.annotations.NullMarked;
