package io.callbox.testkit.ring.one;

import io.callbox.testkit.ring.two.Second;

/** One half of a ring of packages, for the architecture test. */
public record First(Second second) {}
