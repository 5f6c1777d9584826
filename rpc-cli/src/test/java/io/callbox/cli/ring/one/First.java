package io.callbox.cli.ring.one;

import io.callbox.cli.ring.two.Second;

/** One half of a ring of packages, for the architecture test. */
public record First(Second second) {}
