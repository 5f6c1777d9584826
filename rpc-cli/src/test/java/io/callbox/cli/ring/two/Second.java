package io.callbox.cli.ring.two;

import io.callbox.cli.ring.one.First;
import org.jspecify.annotations.Nullable;

/** The other half of a ring of packages, for the architecture test. */
public record Second(@Nullable First first) {}
