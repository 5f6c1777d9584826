/**
 * HTTP without calls: the admission of requests, and the sending of answers. {@link
 * io.callbox.internal.gateway.http.Front} decides without a socket; {@link
 * io.callbox.internal.gateway.http.JettyDoor} is the only importer of Jetty, with {@link
 * io.callbox.internal.gateway.http.JettyServer}. Imports {@code gateway.access} only.
 */
@NullMarked
package io.callbox.internal.gateway.http;

import org.jspecify.annotations.NullMarked;
