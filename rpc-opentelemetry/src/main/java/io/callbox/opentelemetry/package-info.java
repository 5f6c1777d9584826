/**
 * Traces of calls, as OpenTelemetry spans.
 *
 * <p>Start reading at {@link io.callbox.opentelemetry.TracedCalls}.
 */
@NullMarked
package io.callbox.opentelemetry;

import org.jspecify.annotations.NullMarked;
