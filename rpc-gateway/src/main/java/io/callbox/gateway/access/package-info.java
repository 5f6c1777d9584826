/**
 * Access control: the types that a program implements to identify callers and to decide what they
 * may do. Start reading at {@link io.callbox.gateway.access.Authenticator}.
 */
@NullMarked
package io.callbox.gateway.access;

import org.jspecify.annotations.NullMarked;
