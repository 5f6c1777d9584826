/**
 * Base classes that forward to another transport.
 *
 * <p>Start reading at {@link io.callbox.testkit.forwarding.ForwardingTransport}.
 */
@NullMarked
package io.callbox.testkit.forwarding;

import org.jspecify.annotations.NullMarked;
