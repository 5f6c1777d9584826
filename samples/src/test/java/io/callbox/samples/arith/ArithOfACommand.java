package io.callbox.samples.arith;

import io.callbox.samples.cli.UsageException;

/** A service that knows a command: the known bad class of the architecture test. */
public record ArithOfACommand(UsageException usage) {}
