/**
 * The command {@code faults}: breaks real processes, one scenario after another, and counts what
 * became of the calls meanwhile.
 *
 * <p>Start reading at {@link io.callbox.samples.faults.FaultsCommand}; each scenario is a method of
 * one of the classes named {@code …Scenarios}.
 */
@NullMarked
package io.callbox.samples.faults;

import org.jspecify.annotations.NullMarked;
