/** The contestants: how each is called and served, with its settings in the open. */
@NullMarked
package io.callbox.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
