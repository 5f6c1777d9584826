/**
 * Who may come in, and what for: the types that a program implements to decide that itself. Imports
 * nothing of the gateway. Start with {@link io.callbox.gateway.access.Authenticator}.
 */
@NullMarked
package io.callbox.gateway.access;

import org.jspecify.annotations.NullMarked;
