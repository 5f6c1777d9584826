/** A package that hides what it has, for the rule that finds what is public without need. */
@NullMarked
package io.callbox.architecture.internal;

import org.jspecify.annotations.NullMarked;
