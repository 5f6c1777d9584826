/** A service that the tests of the gateway call. */
@NullMarked
package io.callbox.gateway.library;

import org.jspecify.annotations.NullMarked;
