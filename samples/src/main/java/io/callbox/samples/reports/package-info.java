/** Durable calls: reports that are asked for now, and fetched later. */
@NullMarked
package io.callbox.samples.reports;

import org.jspecify.annotations.NullMarked;
