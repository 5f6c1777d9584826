/**
 * The gateway: access to the services of a Redis over HTTP, for programs, for language models, and
 * for people with a browser. Start reading at {@link io.callbox.gateway.Gateway}.
 */
@NullMarked
package io.callbox.gateway;

import org.jspecify.annotations.NullMarked;
