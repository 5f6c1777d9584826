/**
 * Access control: the types that a program implements to identify callers and to decide what they
 * may do. Imports nothing from the gateway. Start with {@link
 * io.callbox.gateway.access.Authenticator}.
 */
@NullMarked
package io.callbox.gateway.access;

import org.jspecify.annotations.NullMarked;
