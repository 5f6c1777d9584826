/**
 * Annotations for tests with JUnit 5: a Redis for each run, nodes and stubs as parameters, seeds.
 *
 * <p>Start reading at {@link io.callbox.testkit.junit.CallboxTest}.
 */
@NullMarked
package io.callbox.testkit.junit;

import org.jspecify.annotations.NullMarked;
