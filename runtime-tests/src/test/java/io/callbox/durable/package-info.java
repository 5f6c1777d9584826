/** Durable calls by whole nodes: start reading at {@link io.callbox.durable.DurableCallsTest}. */
package io.callbox.durable;
