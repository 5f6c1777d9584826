/**
 * HTTP without calls: the admission of requests, and the sending of responses. {@link
 * io.callbox.internal.gateway.http.Front} decides without a socket. Start reading there, then at
 * {@link io.callbox.internal.gateway.http.JettyDoor}.
 */
@NullMarked
package io.callbox.internal.gateway.http;

import org.jspecify.annotations.NullMarked;
