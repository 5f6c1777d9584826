/**
 * The gateway: a door to the services that share a Redis, for HTTP, for language models, and for
 * people with a browser. Start with {@link io.callbox.gateway.Gateway}.
 */
@NullMarked
package io.callbox.gateway;

import org.jspecify.annotations.NullMarked;
