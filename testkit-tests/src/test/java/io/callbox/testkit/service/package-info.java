/** Services that the tests of the test kit call. */
@NullMarked
package io.callbox.testkit.service;

import org.jspecify.annotations.NullMarked;
